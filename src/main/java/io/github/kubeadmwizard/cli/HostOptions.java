package io.github.kubeadmwizard.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of the commands that connect to hosts. */
final class HostOptions {
  @Mixin final CommonOptions common = new CommonOptions();

  @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "cli.option.file")
  @Nullable Path named;

  @Option(names = "--accept-new-host-keys", descriptionKey = "cli.option.acceptNewHostKeys")
  boolean acceptNewHostKeys;

  @Option(names = "--secrets-from-stdin", descriptionKey = "cli.option.secretsFromStdin")
  boolean secretsFromStdin;

  /** The cluster file. */
  Path file() {
    if (named != null) {
      return named;
    }
    return common.file != null ? common.file : CommonOptions.USUAL_FILE;
  }
}
