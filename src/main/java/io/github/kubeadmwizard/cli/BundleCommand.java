package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.bundle.Bundle;
import io.github.kubeadmwizard.bundle.BundleFailure;
import io.github.kubeadmwizard.bundle.BundleFile;
import io.github.kubeadmwizard.bundle.BundleMaking;
import io.github.kubeadmwizard.bundle.RegistryAccount;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.text.Message;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bundle}: collects what an installation fetches, for one without any network. */
@Command(name = "bundle")
final class BundleCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();

  @Option(names = "--output", paramLabel = "DIR", descriptionKey = "cli.option.bundleOutput")
  private @Nullable Path directory;

  @Option(
      names = "--for",
      paramLabel = "OS/ARCH",
      split = ",",
      descriptionKey = "cli.option.bundleFor")
  private List<String> targets = List.of();

  @Option(names = "--archive", paramLabel = "OS=URL", descriptionKey = "cli.option.archive")
  private Map<String, String> archives = Map.of();

  @Option(
      names = "--except",
      paramLabel = "REGISTRY",
      split = ",",
      descriptionKey = "cli.option.except")
  private List<String> reached = List.of();

  BundleCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    if (directory == null) {
      throw wrong(Message.of("cli.bundle.needsOutput"));
    }
    ClusterSpec file = options.cluster(tools, output);
    BundleOption.outOf(directory, file, tools, output); // or nobody could use it
    ClusterSpec spec = file.with(file.packages().from(Optional.empty()));
    try (var secrets = new SecretBook()) {
      return made(spec, directory, secrets);
    } catch (BundleFailure failure) {
      output.tell(List.of(failure.problem()), options.common.json);
      return ExitCode.FAILED;
    }
  }

  private CommandEnd wrong(Message what) {
    output.tell(what);
    return new CommandEnd(ExitCode.USAGE);
  }

  private int made(ClusterSpec spec, Path into, SecretBook secrets)
      throws CommandEnd, BundleFailure {
    var wanted = new BundleTargets(tools, output, spec, archives);
    if (targets.isEmpty()) {
      wanted.ofHosts(options);
    } else {
      wanted.imagined(targets);
      if (options.secretsFromStdin) {
        OpenCluster.readSecrets(output, spec, secrets);
      }
    }
    output.tell(Message.of("cli.bundle.for", wanted.kinds()));
    RegistryAccount accounts =
        registry ->
            Optional.ofNullable(secrets.registries().get(registry))
                .map(a -> new RegistryAccount.Account(a.user(), a.password()));
    try (var making =
        new BundleMaking(
            into, spec.images().mirrors(), accounts, new BundleLines(output, tools.clock()))) {
      String version = wanted.version(making);
      output.tell(Message.of("cli.bundle.version", version));
      Bundle bundle = making.make(version, wanted.wishes(version), wanted.manifests(), reached);
      tell(bundle, into);
      return ExitCode.DONE;
    }
  }

  private void tell(Bundle bundle, Path into) {
    for (Bundle.Packages packages : bundle.packages()) {
      if (!packages.assumed().isEmpty()) {
        output.tell(
            Message.of("cli.bundle.assumed", packages.target().toString(), packages.assumed()));
      }
    }
    for (String architecture : bundle.architectures()) {
      List<BundleFile> blobs = bundle.blobs(architecture);
      output.tell(
          Message.of(
              "cli.bundle.images", bundle.imagesOf(architecture).size(), architecture, mb(blobs)));
    }
    if (options.common.json) {
      var tree = new LinkedHashMap<String, Object>();
      tree.put("event", "bundled");
      tree.put("directory", into.toString());
      tree.put("kubernetes", bundle.kubernetes());
      tree.put("files", bundle.files().size());
      tree.put("bytes", bytes(bundle.files()));
      output.line(Json.line(tree));
    } else {
      output.say(
          Message.of(
              "cli.bundle.made",
              into.toString(),
              bundle.files().size(),
              mb(bundle.files()),
              bundle.kubernetes()));
    }
  }

  private static long bytes(List<BundleFile> files) {
    return files.stream().mapToLong(BundleFile::bytes).sum();
  }

  private static long mb(List<BundleFile> files) {
    return Math.ceilDiv(bytes(files), 1_000_000);
  }
}
