package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.Addons;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.EnsurePackages;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the runtime and Kubernetes' programs: as packages from sources that it adds, the latter
 * held, or as files by address and checksum. Where everything comes as files no package is touched.
 */
final class InstallPackages implements InstallPhase {
  @Override
  public String id() {
    return "install-packages";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.nodes();
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    var actions = new ArrayList<Action>();
    if (ground.spec().usesPackages()) {
      actions.addAll(sources(ground, node));
      actions.add(
          new EnsurePackages(
              "packages",
              title(ground),
              node.packageTool(),
              packages(ground, node),
              WayOut.of(ground),
              List.of()));
    }
    actions.addAll(ProgramDownloads.actions(ground, node));
    return actions;
  }

  private static List<Action> sources(Ground ground, Node node) {
    var sources = new PackageSources(ground.spec(), WayOut.of(ground));
    var actions = new ArrayList<Action>();
    switch (ground.spec().runtime().from()) {
      case DOCKER_REPOSITORY -> actions.add(sources.docker(node));
      case CRI_O_REPOSITORY -> actions.add(sources.crio(node));
      case DISTRIBUTION, BINARIES, INSTALLED -> {}
    }
    if (kubernetes(ground.spec())) {
      actions.add(sources.kubernetes(node));
    }
    return actions;
  }

  private static List<PackageWish> packages(Ground ground, Node node) {
    var packages = new ArrayList<>(RuntimePackages.of(ground, node));
    packages.addAll(tools(node));
    if (node.equals(ground.first())) {
      Addons.packages(ground.spec()).stream().map(PackageWish::of).forEach(packages::add);
    }
    if (kubernetes(ground.spec())) {
      packages.add(PackageWish.of("cri-tools"));
      for (String program : List.of("kubelet", "kubeadm", "kubectl")) {
        packages.add(new PackageWish(program, ground.version().toString(), true));
      }
    }
    return packages;
  }

  /** What the programs call: kubelet and CNI plugins iptables. */
  private static List<PackageWish> tools(Node node) {
    return List.of(
        PackageWish.of(node.isDeb() ? "conntrack" : "conntrack-tools"),
        PackageWish.of(node.isDeb() ? "iptables" : "iptables-nft"),
        PackageWish.of("ethtool"),
        PackageWish.of("socat"));
  }

  private static Message title(Ground ground) {
    if (!kubernetes(ground.spec())) {
      return Message.of("install.action.packages-runtime");
    }
    return runtime(ground.spec())
        ? Message.of("install.action.packages", ground.version().toString())
        : Message.of("install.action.packages-kubernetes", ground.version().toString());
  }

  /** Whether the runtime comes as a package. */
  private static boolean runtime(ClusterSpec spec) {
    return switch (spec.runtime().from()) {
      case DOCKER_REPOSITORY, CRI_O_REPOSITORY, DISTRIBUTION -> true;
      case BINARIES, INSTALLED -> false;
    };
  }

  /** Whether Kubernetes' programs come as packages. */
  private static boolean kubernetes(ClusterSpec spec) {
    return spec.packages().binaries().isEmpty();
  }
}
