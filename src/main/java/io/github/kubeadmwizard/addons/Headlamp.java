package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.List;

/**
 * Headlamp. Upstream's file names an account that it does not make and a lasting token for it, and
 * sends traces to a collector that is not there. Source: headlamp, docs/installation/in-cluster.
 */
final class Headlamp {
  static final String NAMESPACE = "kube-system";
  static final String NAME = "headlamp";
  static final String ACCOUNT = "headlamp-admin";
  private static final int PORT = 80;
  private static final String MOVING = "ghcr.io/headlamp-k8s/headlamp:latest";

  private final AddonFacts facts;

  Headlamp(AddonFacts facts) {
    this.facts = facts;
  }

  PreparedAddon prepared(AddonSpec.Dashboard wish, ClusterSpec spec, Manifests manifests) {
    var editor = manifests.of(facts.manifests().getFirst()).edit();
    String image = facts.image("headlamp");
    editor
        .object(ObjectName.in(NAMESPACE, "Deployment", NAME))
        .container(NAME)
        .image(MOVING, image)
        .env("HEADLAMP_CONFIG_TRACING_ENABLED", "false")
        .env("HEADLAMP_CONFIG_SERVICE_VERSION", image.substring(image.lastIndexOf(':') + 1));
    editor.remove(ObjectName.in(NAMESPACE, "Secret", ACCOUNT));
    new DashboardAccount(NAMESPACE, ACCOUNT, wish.access()).objects().forEach(editor::add);
    var ingress = new DashboardIngress(NAMESPACE, NAME, PORT);
    wish.host().ifPresent(host -> editor.add(ingress.object(host)));
    return PreparedAddon.of(
        facts,
        NAME,
        Placement.fitting(editor.done(), spec),
        List.of(new Awaited.Deployment(NAMESPACE, NAME)));
  }
}
