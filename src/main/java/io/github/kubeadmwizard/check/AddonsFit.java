package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.addons.AddonCatalogue;
import io.github.kubeadmwizard.addons.AddonFacts;
import io.github.kubeadmwizard.addons.Addons;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.NetworkSpec.KubeProxyMode;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the cluster is one that the chosen add-ons are made for. Source: the add-ons' data. */
final class AddonsFit implements Check {
  private static final long MIB = 1024L * 1024;

  /** What a node needs besides: its own programs, and some room. */
  private static final long RESERVED = 700;

  @Override
  public String id() {
    return "AddOns";
  }

  @Override
  public Group group() {
    return Group.BETWEEN;
  }

  @Override
  public List<Finding> look(CheckContext all) {
    var chosen = chosen(all.spec());
    if (chosen.isEmpty()) {
      return List.of();
    }
    var unfit = unfit(chosen, all);
    var remarks = remarks(chosen, all);
    var shortly = Verdict.value(chosen.size());
    Verdict verdict;
    if (!unfit.isEmpty()) {
      verdict = Verdict.blocks(shortly, Message.of("check.read.addons", unfit));
    } else if (!remarks.isEmpty()) {
      verdict = Verdict.warning(shortly, Message.of("check.read.addons", remarks));
    } else {
      var names = chosen.stream().map(AddonFacts::name).toList();
      verdict = Verdict.passed(shortly, Message.of("check.read.addonsFit", names));
    }
    return List.of(Finding.of(this, Optional.empty(), verdict));
  }

  private static List<AddonFacts> chosen(ClusterSpec spec) {
    return AddonCatalogue.load().chosen(spec);
  }

  private static List<Message> unfit(List<AddonFacts> chosen, CheckContext all) {
    var unfit = new ArrayList<Message>();
    var version = all.spec().kubernetes();
    for (AddonFacts addon : chosen) {
      addon
          .from()
          .filter(oldest -> minor(version) < minor(oldest))
          .ifPresent(oldest ->
              unfit.add(Message.of("check.addons.older", addon.name(), oldest.minorText())));
      for (HostContext host : takingPods(all)) {
        host.facts()
            .machine()
            .architecture()
            .filter(its -> !addon.architectures().contains(its))
            .ifPresent(its ->
                unfit.add(
                    Message.of(
                        "check.addons.architecture", addon.name(), host.name().value(), its)));
      }
    }
    return unfit;
  }

  private static List<Message> remarks(List<AddonFacts> chosen, CheckContext all) {
    var remarks = new ArrayList<Message>();
    var version = all.spec().kubernetes();
    for (AddonFacts addon : chosen) {
      addon
          .until()
          .filter(newest -> minor(version) > minor(newest))
          .ifPresent(newest ->
              remarks.add(Message.of("check.addons.newer", addon.name(), newest.minorText())));
      addon
          .retired()
          .ifPresent(since -> remarks.add(Message.of("check.addons.retired", addon.name(), since)));
    }
    memory(chosen, all).ifPresent(remarks::add);
    all.spec()
        .addons()
        .find(AddonSpec.Rook.class)
        .ifPresent(rook -> remarks.addAll(CephFits.remarks(rook, chosen, all)));
    if (waitsForAnAddress(all.spec())) {
      remarks.add(Message.of("check.addons.noLoadBalancer"));
    }
    for (AddonFacts addon : chosen) {
      classOf(addon.key(), all.spec().addons())
          .filter(wanted -> !Addons.storageClasses(all.spec()).contains(wanted))
          .ifPresent(
              wanted -> remarks.add(Message.of("check.addons.unknownClass", addon.name(), wanted)));
    }
    if (needsStrictArp(all.spec())) {
      remarks.add(Message.of("check.addons.strictArp"));
    }
    return remarks;
  }

  /** The class of the volume that it has, where one was chosen. */
  private static Optional<String> classOf(AddonSpec.Name key, AddonsSpec addons) {
    return switch (key) {
      case PROMETHEUS ->
          addons.find(AddonSpec.Prometheus.class).flatMap(AddonSpec.Prometheus::storageClass);
      case LOGS -> addons.find(AddonSpec.Logs.class).flatMap(AddonSpec.Logs::storageClass);
      default -> Optional.empty();
    };
  }

  private static int minor(KubernetesVersion version) {
    return version.major() * 1000 + version.minor();
  }

  private static Optional<Message> memory(List<AddonFacts> chosen, CheckContext all) {
    long needed = chosen.stream().mapToLong(addon -> addon.memoryMiB(all.spec())).sum();
    var hosts = takingPods(all);
    boolean known = hosts.stream().allMatch(h -> h.facts().machine().memory().isPresent());
    long room =
        hosts.stream()
            .flatMap(host -> host.facts().machine().memory().stream())
            .mapToLong(memory -> Math.max(0, memory.totalBytes() / MIB - RESERVED))
            .sum();
    return known && !hosts.isEmpty() && room < needed
        ? Optional.of(
            Message.of("check.addons.memory", String.valueOf(needed), String.valueOf(room)))
        : Optional.empty();
  }

  /** The hosts that run ordinary pods; where there is none, add-ons run on control planes. */
  private static List<HostContext> takingPods(CheckContext all) {
    var workers =
        all.hosts().stream().filter(host -> host.host().roles().contains(Role.WORKER)).toList();
    return workers.isEmpty() ? all.hosts() : workers;
  }

  /** Kubernetes itself gives no address to a Service of the type LoadBalancer. */
  private static boolean waitsForAnAddress(ClusterSpec spec) {
    return !spec.addons().has(AddonSpec.Name.METALLB)
        && spec.addons()
            .find(AddonSpec.Ingress.class)
            .filter(wish -> wish.expose() == AddonSpec.Ingress.Expose.LOAD_BALANCER)
            .isPresent();
  }

  /** Source: MetalLB, Installation, Preparation. */
  private static boolean needsStrictArp(ClusterSpec spec) {
    return spec.addons().has(AddonSpec.Name.METALLB)
        && spec.network().kubeProxy() == KubeProxyMode.IPVS
        && !spec.kubeadm().of("kubeProxyConfiguration").toString().contains("strictARP=true");
  }
}
