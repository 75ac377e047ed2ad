package io.github.kubeadmwizard.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class CommonOptions {
  static final Path USUAL_FILE = Path.of("cluster.yaml");

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      descriptionKey = "cli.option.file")
  @Nullable Path file;

  @Option(names = "--json", descriptionKey = "cli.option.json")
  boolean json;

  @Option(names = Practising.OPTION, descriptionKey = "cli.option.practice")
  boolean practice;

  @Option(names = "--lang", paramLabel = "en|zh", descriptionKey = "cli.option.lang")
  @Nullable String language;

  @Option(names = "--verbose", descriptionKey = "cli.option.verbose")
  boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      descriptionKey = "cli.option.help")
  boolean help;
}
