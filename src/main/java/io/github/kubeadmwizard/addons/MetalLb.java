package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * MetalLB in layer 2: one node answers for an address and passes the traffic on. Its kinds have to
 * be known, and its webhook has to answer, before a pool can be made. Source: MetalLB,
 * Installation, and Configuration, Layer 2.
 */
final class MetalLb {
  private static final String NAMESPACE = "metallb-system";
  private static final String POOL = "kubeadm-wizard";
  private static final String API = "metallb.io/v1beta1";

  private final AddonFacts facts;

  MetalLb(AddonFacts facts) {
    this.facts = facts;
  }

  PreparedAddon prepared(AddonSpec.MetalLb wish, ClusterSpec spec, Manifests manifests) {
    var programs =
        new AddonStage(
            "metallb",
            facts.name(),
            Placement.fitting(announcing(manifests.of(facts.manifests().getFirst()), spec), spec),
            List.of(
                new Awaited.Kind("ipaddresspools.metallb.io"),
                new Awaited.Kind("l2advertisements.metallb.io"),
                new Awaited.Deployment(NAMESPACE, "controller"),
                new Awaited.DaemonSet(NAMESPACE, "speaker")));
    var pool =
        new AddonStage(
            "metallb-pool",
            facts.name() + ": " + String.join(", ", wish.addresses()),
            new Manifest("pool", List.of(pool(wish), advertisement())),
            List.of());
    return new PreparedAddon(
        facts.key(),
        facts.name(),
        List.of(programs, pool),
        List.of(new PreparedAddon.Use("services", ".spec.type", "LoadBalancer")),
        Optional.empty());
  }

  /**
   * kubeadm labels control planes so that no load balancer sends to them; where they are all there
   * is, nobody would answer for an address. Source: MetalLB, Troubleshooting.
   */
  private static Manifest announcing(Manifest manifest, ClusterSpec spec) {
    if (Placement.hasWorkers(spec)) {
      return manifest;
    }
    var editor = manifest.edit();
    editor
        .object(ObjectName.in(NAMESPACE, "DaemonSet", "speaker"))
        .container("speaker")
        .addArg("--ignore-exclude-lb");
    return editor.done();
  }

  private static Map<String, Object> pool(AddonSpec.MetalLb wish) {
    return object("IPAddressPool", Tree.of("addresses", wish.addresses()));
  }

  private static Map<String, Object> advertisement() {
    return object("L2Advertisement", Tree.of("ipAddressPools", List.of(POOL)));
  }

  private static Map<String, Object> object(String kind, Map<String, Object> spec) {
    return new KubeObject(API, kind, POOL, Optional.of(NAMESPACE), Map.of(), Tree.of("spec", spec))
        .tree();
  }
}
