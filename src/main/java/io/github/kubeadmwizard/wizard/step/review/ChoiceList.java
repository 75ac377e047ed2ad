package io.github.kubeadmwizard.wizard.step.review;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was chosen, by the step where it was. */
final class ChoiceList {
  private ChoiceList() {}

  static Map<Step, List<Message>> of(ClusterSpec spec) {
    var choices = new EnumMap<Step, List<Message>>(Step.class);
    choices.put(Step.HOSTS, hosts(spec));
    choices.put(Step.REQUIREMENTS, requirements(spec));
    choices.put(Step.RUNTIME, runtime(spec));
    choices.put(Step.NETWORK, network(spec));
    choices.put(Step.CNI, cni(spec.cni()));
    choices.put(Step.NODES, nodes(spec));
    choices.put(
        Step.ADDONS,
        List.of(
            spec.addons().chosen().isEmpty()
                ? Message.of("wizard.review.noAddons")
                : Message.of("wizard.review.addons", spec.addons().keys())));
    return choices;
  }

  private static List<Message> cni(CniSpec cni) {
    return List.of(
        switch (cni.name()) {
          case FLANNEL, CALICO ->
              Message.of(
                  "wizard.review.cni", title(cni.name().name()), cni.backend().orElse("vxlan"));
          case CANAL, CILIUM -> Message.of("wizard.review.cniAlone", title(cni.name().name()));
          case WEAVE -> Message.of("wizard.review.cniAlone", "Weave Net");
          case MANIFEST -> Message.of("wizard.review.cniManifest", cni.manifest().orElse(""));
          case NONE -> Message.of("wizard.review.cniNone");
        });
  }

  private static List<Message> hosts(ClusterSpec spec) {
    var lines = new ArrayList<Message>();
    lines.add(Message.of("wizard.review.controlPlanes", names(spec.controlPlanes())));
    if (!spec.workers().isEmpty()) {
      lines.add(Message.of("wizard.review.workers", names(spec.workers())));
    }
    return lines;
  }

  private static List<String> names(List<HostSpec> hosts) {
    return hosts.stream().map(HostSpec::label).toList();
  }

  private static List<Message> requirements(ClusterSpec spec) {
    List<String> passedOver = spec.checks().override();
    return List.of(
        passedOver.isEmpty()
            ? Message.of("wizard.review.noOverrides")
            : Message.of("wizard.review.overrides", passedOver));
  }

  private static List<Message> runtime(ClusterSpec spec) {
    var lines = new ArrayList<Message>();
    lines.add(Message.of("wizard.review.kubernetes", spec.kubernetes().toString()));
    RuntimeSpec runtime = spec.runtime();
    lines.add(
        runtime
            .version()
            .map(version ->
                Message.of("wizard.review.runtimeVersion", runtime(runtime.name()), version))
            .orElse(Message.of("wizard.review.runtime", runtime(runtime.name()))));
    spec.packages()
        .mirror()
        .ifPresent(mirror -> lines.add(Message.of("wizard.review.packagesFrom", mirror.name())));
    spec.images()
        .mirror()
        .ifPresent(mirror -> lines.add(Message.of("wizard.review.imagesFrom", mirror.name())));
    var own = spec.images().own().mirrors();
    if (!own.isEmpty()) {
      lines.add(Message.of("wizard.review.mirrors", List.copyOf(own.keySet())));
    }
    return lines;
  }

  private static String runtime(RuntimeSpec.Name name) {
    return switch (name) {
      case CONTAINERD -> "containerd";
      case CRI_O -> "CRI-O";
      case DOCKER -> "Docker Engine";
      case MIRANTIS -> "Mirantis Container Runtime";
    };
  }

  private static String title(String name) {
    return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  private static List<Message> network(ClusterSpec spec) {
    return List.of(
        Message.of("wizard.review.pods", texts(spec.network().podCIDR())),
        Message.of("wizard.review.services", texts(spec.network().serviceCIDR())));
  }

  private static List<String> texts(List<Cidr> ranges) {
    return ranges.stream().map(Cidr::toString).toList();
  }

  private static List<Message> nodes(ClusterSpec spec) {
    var lines = new ArrayList<Message>();
    for (HostSpec host : spec.hosts()) {
      if (!host.taints().isEmpty()) {
        lines.add(
            Message.of(
                "wizard.review.taints",
                host.label(),
                host.taints().stream().map(Object::toString).toList()));
      }
      if (!host.labels().isEmpty()) {
        lines.add(Message.of("wizard.review.labels", host.label(), host.labels().toString()));
      }
    }
    return lines.isEmpty() ? List.of(Message.of("wizard.review.noTaints")) : lines;
  }
}
