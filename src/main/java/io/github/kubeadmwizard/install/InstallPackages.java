package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.EnsurePackages;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds the package sources, installs the runtime and Kubernetes' programs, and holds the latter.
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
    var sources = new PackageSources(ground.spec().packages(), ground.version());
    var actions = new ArrayList<Action>();
    if (fromDocker(ground)) {
      actions.add(sources.docker(node));
    }
    actions.add(sources.kubernetes(node));
    var packages = new ArrayList<PackageWish>();
    packages.add(new PackageWish(runtime(ground), runtimeVersion(ground), false));
    packages.addAll(tools(node));
    String version = ground.version().toString();
    for (String program : List.of("kubelet", "kubeadm", "kubectl")) {
      packages.add(new PackageWish(program, version, true));
    }
    actions.add(
        new EnsurePackages(
            "packages",
            Message.of("install.action.packages", version),
            node.packageTool(),
            packages));
    return actions;
  }

  /** What the programs call: kubelet and CNI plugins iptables, crictl for the images. */
  private static List<PackageWish> tools(Node node) {
    String conntrack = node.isDeb() ? "conntrack" : "conntrack-tools";
    return List.of(
        PackageWish.of(conntrack),
        PackageWish.of(node.isDeb() ? "iptables" : "iptables-nft"),
        PackageWish.of("ethtool"),
        PackageWish.of("socat"),
        PackageWish.of("cri-tools"));
  }

  private static boolean fromDocker(Ground ground) {
    return ground.spec().runtime().from() == RuntimeSpec.Source.DOCKER_REPOSITORY;
  }

  private static String runtime(Ground ground) {
    return fromDocker(ground) ? "containerd.io" : "containerd";
  }

  private static @org.jspecify.annotations.Nullable String runtimeVersion(Ground ground) {
    return ground.spec().runtime().version().orElse(null);
  }
}
