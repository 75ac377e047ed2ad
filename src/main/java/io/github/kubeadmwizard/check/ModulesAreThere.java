package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.addons.Addons;
import io.github.kubeadmwizard.addons.PodNetwork;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.facts.Modules;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * overlay for images, br_netfilter for bridged pods, nf_conntrack for kube-proxy (it crash-loops
 * without), ip_vs for its IPVS mode, and what the pod network and the add-ons need. A host that
 * cannot load one cannot run pods.
 */
final class ModulesAreThere implements HostCheck {
  private static final List<String> ALWAYS = List.of("overlay", "br_netfilter", "nf_conntrack");
  private static final List<String> IPVS = List.of("ip_vs", "ip_vs_rr", "ip_vs_wrr", "ip_vs_sh");

  @Override
  public String id() {
    return "KernelModules";
  }

  @Override
  public Group group() {
    return Group.SYSTEM;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var wanted = wanted(at);
    var modules = at.facts().kernel().modules();
    var absent = wanted.stream().filter(m -> modules.of(m) == Modules.State.ABSENT).toList();
    if (!absent.isEmpty()) {
      var read = Message.of("check.read.modulesAbsent", absent);
      return Optional.of(Verdict.blocks(Message.of("check.short.without", absent), read));
    }
    var toLoad = wanted.stream().filter(m -> !modules.isActive(m)).toList();
    return Optional.of(toLoad.isEmpty() ? loaded(wanted) : toLoad(toLoad, wanted));
  }

  private static List<String> wanted(HostContext at) {
    boolean ipvs = at.spec().network().kubeProxy() == NetworkSpec.KubeProxyMode.IPVS;
    return Stream.of(
            ALWAYS,
            ipvs ? IPVS : List.<String>of(),
            PodNetwork.of(at.spec()).modules(),
            Addons.modules(at.spec()))
        .flatMap(List::stream)
        .toList();
  }

  private static Verdict loaded(List<String> wanted) {
    return Verdict.passed(
        Message.of("check.short.loaded"), Message.of("check.read.modulesLoaded", wanted));
  }

  private static Verdict toLoad(List<String> missing, List<String> wanted) {
    return Verdict.setByInstall(
            Message.of("check.short.toLoad"), Message.of("check.read.modulesToLoad", missing))
        .mendedBy(Mends.loadModules(wanted));
  }
}
