package io.github.kubeadmwizard.cluster;

import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules on the pod network's plugin: which keys each takes, and what has to hold between them. */
final class CniRules {
  private final ClusterSpec spec;
  private final CniSpec cni;
  private final PluginKeys keys;
  private final List<BrokenRule> broken = new ArrayList<>();

  private CniRules(ClusterSpec spec) {
    this.spec = spec;
    this.cni = spec.cni();
    this.keys = PluginKeys.of(cni.name());
  }

  static List<BrokenRule> broken(ClusterSpec spec) {
    var rules = new CniRules(spec);
    rules.manifest();
    rules.backend();
    rules.keysOfItsOwn();
    rules.families();
    switch (spec.cni().name()) {
      case FLANNEL -> rules.flannel();
      case CALICO -> rules.calico();
      default -> {}
    }
    return List.copyOf(rules.broken);
  }

  private void manifest() {
    boolean there = cni.manifest().isPresent();
    if (!there && cni.name() == CniSpec.Name.CILIUM) {
      add(
          "manifest",
          Message.of("cluster.ciliumManifest.what"),
          Message.of("cluster.ciliumManifest.allowed"));
    } else if (there != keys.manifest()) {
      add(
          "manifest",
          Message.of("cluster.cniManifest.what"),
          Message.of("cluster.cniManifest.allowed"));
    }
  }

  private void backend() {
    if (cni.backend().isEmpty() || keys.backends().contains(cni.backend().get())) {
      return;
    }
    String backend = cni.backend().get();
    if (keys.backends().isEmpty()) {
      unknown("backend");
      return;
    }
    broken.add(
        new BrokenRule(
            "cni.backend",
            Message.of("cluster.cniBackend.what", keys.title(), backend),
            Message.of("cluster.cniBackend.allowed", keys.backends()),
            Nearest.to(backend, keys.backends())));
  }

  private void keysOfItsOwn() {
    if (cni.networkInterface().isPresent() && !keys.options().contains("interface")) {
      unknown("interface");
    }
    if (cni.mtu().isPresent() && !keys.options().contains("mtu")) {
      unknown("mtu");
    }
    cni.options()
        .forEach((option, value) -> {
          if (!keys.options().contains(option)) {
            unknown(option);
          } else {
            OptionForm.of(option)
                .filter(form -> !form.fits(value))
                .ifPresent(form ->
                    add(option, Message.of("cluster.cniSwitch.what", value), form.allowed()));
          }
        });
  }

  private void unknown(String key) {
    var known =
        Stream.of(
                List.of("name"),
                keys.backends().isEmpty() ? List.<String>of() : List.of("backend"),
                keys.manifest() ? List.of("manifest") : List.<String>of(),
                keys.options())
            .flatMap(List::stream)
            .toList();
    broken.add(
        new BrokenRule(
            "cni." + key,
            Message.of("cluster.cniOption.what", keys.title(), key),
            Message.of("cluster.cniOption.allowed", known),
            Nearest.to(key, known)));
  }

  private void families() {
    boolean ipv4 = spec.network().podCIDR().stream().anyMatch(range -> !range.isIpv6());
    boolean ipv6 = spec.network().podCIDR().stream().anyMatch(Cidr::isIpv6);
    if (ipv6 && !keys.ipv6().both()) {
      add(
          "name",
          Message.of("cluster.cniIpv6.what", keys.title()),
          Message.of("cluster.cniIpv6.allowed"));
    } else if (ipv6 && !ipv4 && !keys.ipv6().alone()) {
      add(
          "name",
          Message.of("cluster.cniIpv6Alone.what", keys.title()),
          Message.of("cluster.cniIpv6Alone.allowed"));
    }
  }

  private void flannel() {
    if (cni.mtu().isPresent() && cni.backend().equals(Optional.of("host-gw"))) {
      add("mtu", Message.of("cluster.flannelMtu.what"), Message.of("cluster.flannelMtu.allowed"));
    }
  }

  private void calico() {
    String backend = cni.backend().orElse("vxlan");
    if (backend.equals("ipip") && spec.network().podCIDR().stream().anyMatch(Cidr::isIpv6)) {
      add(
          "backend",
          Message.of("cluster.calicoIpip.what"),
          Message.of("cluster.calicoIpip.allowed"));
    }
    if (backend.equals("none") && cni.options().containsKey("crossSubnet")) {
      add(
          "crossSubnet",
          Message.of("cluster.calicoCross.what"),
          Message.of("cluster.calicoCross.allowed"));
    }
    if (cni.networkInterface().isPresent() && cni.options().containsKey("autodetection")) {
      add(
          "autodetection",
          Message.of("cluster.calicoDetection.what"),
          Message.of("cluster.calicoDetection.allowed"));
    }
    if (cni.networkInterface().filter(Cidr::isAddress).isPresent()) {
      add(
          "interface",
          Message.of("cluster.calicoCard.what"),
          Message.of("cluster.calicoCard.allowed"));
    }
  }

  private void add(String key, Message what, Message allowed) {
    broken.add(BrokenRule.of("cni." + key, what, allowed));
  }
}
