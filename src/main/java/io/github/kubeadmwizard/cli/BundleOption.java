package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.text.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of the commands that may take everything out of a bundle. */
final class BundleOption {
  @Option(names = "--bundle", paramLabel = "DIR", descriptionKey = "cli.option.bundle")
  @Nullable Path directory;

  /** The cluster, out of the bundle that is named here, or of that of its file. */
  ClusterSpec in(ClusterSpec spec, Tools tools, Output output) throws CommandEnd {
    return directory == null ? spec : outOf(directory, spec, tools, output);
  }

  /** The cluster, out of the bundle in this directory, unless that cannot be done at all. */
  static ClusterSpec outOf(Path directory, ClusterSpec spec, Tools tools, Output output)
      throws CommandEnd {
    var bundle = Optional.of(directory.toAbsolutePath().toString());
    ClusterSpec offline = spec.with(spec.packages().from(bundle));
    List<Message> refused = tools.workshop().planning().refuses(offline);
    refused.forEach(output::tell);
    if (!refused.isEmpty()) {
      throw new CommandEnd(ExitCode.USAGE);
    }
    return offline;
  }
}
