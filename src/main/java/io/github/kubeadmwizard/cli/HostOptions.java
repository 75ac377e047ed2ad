package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import java.nio.file.Path;
import java.util.function.Function;
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

  private final Function<Tools.Practice, ClusterSpec> practised;

  HostOptions() {
    this(Tools.Practice::installable);
  }

  /**
   * @param practised what the command does with when it practises without a cluster file
   */
  HostOptions(Function<Tools.Practice, ClusterSpec> practised) {
    this.practised = practised;
  }

  /** The cluster that is meant; a mistake in its file ends the command. */
  ClusterSpec cluster(Tools tools, Output output) throws CommandEnd {
    return common.practice && named == null && common.file == null
        ? Practising.cluster(tools, output, practised)
        : OpenCluster.read(tools, output, file());
  }

  /** The cluster file. */
  Path file() {
    if (named != null) {
      return named;
    }
    return common.file != null ? common.file : CommonOptions.USUAL_FILE;
  }
}
