package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import io.github.kubeadmwizard.facts.Os;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The packages of a runtime, by their names in each place. */
final class RuntimePackages {
  private static final int CLIENT_APART = 13; // Debian's release that took docker out of docker.io

  private RuntimePackages() {}

  /** Empty where it comes as files, or is expected to be there. */
  static List<PackageWish> of(Ground ground, Node node) {
    RuntimeSpec runtime = ground.spec().runtime();
    boolean distribution = runtime.from() == RuntimeSpec.Source.DISTRIBUTION;
    return switch (runtime.name()) {
      case CONTAINERD ->
          runtime.from() == RuntimeSpec.Source.BINARIES
              ? List.of()
              : List.of(wish(distribution ? "containerd" : "containerd.io", runtime));
      case CRI_O -> List.of(crio(ground));
      case DOCKER -> distribution ? fromDistribution(ground, node) : fromDocker(runtime);
      case MIRANTIS -> List.of();
    };
  }

  private static PackageWish wish(String name, RuntimeSpec runtime) {
    return new PackageWish(name, runtime.version().orElse(null), false);
  }

  /** Its minor is Kubernetes' own, and its repository has no other. */
  private static PackageWish crio(Ground ground) {
    Optional<String> version = ground.spec().runtime().version();
    return new PackageWish("cri-o", version.orElse(ground.version().minorText()), true);
  }

  private static List<PackageWish> fromDocker(RuntimeSpec runtime) {
    return List.of(
        wish("docker-ce", runtime),
        PackageWish.of("docker-ce-cli"),
        PackageWish.of("containerd.io"));
  }

  private static List<PackageWish> fromDistribution(Ground ground, Node node) {
    var packages = new ArrayList<PackageWish>();
    packages.add(wish(node.isDeb() ? "docker.io" : "moby-engine", ground.spec().runtime()));
    boolean accounts =
        ground.spec().images().registries().values().stream().anyMatch(RegistrySpec::signIn);
    if (accounts && isClientApart(node.facts().os())) {
      packages.add(PackageWish.of("docker-cli"));
    }
    return packages;
  }

  private static boolean isClientApart(Os os) {
    return os.id().filter("debian"::equals).isPresent()
        && os.versionId()
            .filter(version -> version.matches("\\d{1,4}"))
            .filter(version -> Integer.parseInt(version) >= CLIENT_APART)
            .isPresent();
  }
}
