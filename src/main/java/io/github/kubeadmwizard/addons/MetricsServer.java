package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.List;

/**
 * metrics-server. It takes a kubelet's certificate only from the cluster's own authority, whose
 * certificate its service account carries; without such certificates it has to be told to take any.
 * Source: metrics-server, README, Requirements.
 */
final class MetricsServer {
  private static final String NAMESPACE = "kube-system";
  private static final String NAME = "metrics-server";

  private final AddonFacts facts;

  MetricsServer(AddonFacts facts) {
    this.facts = facts;
  }

  PreparedAddon prepared(AddonSpec.MetricsServer wish, ClusterSpec spec, Manifests manifests) {
    Manifest objects = manifests.of(facts.manifests().getFirst());
    if (wish.kubeletInsecureTLS()) {
      var editor = objects.edit();
      editor
          .object(ObjectName.in(NAMESPACE, "Deployment", NAME))
          .container(NAME)
          .addArg("--kubelet-insecure-tls");
      objects = editor.done();
    }
    return PreparedAddon.of(
        facts,
        NAME,
        Placement.fitting(objects, spec),
        List.of(
            new Awaited.Deployment(NAMESPACE, NAME),
            new Awaited.Api("v1beta1.metrics.k8s.io"),
            new Awaited.NodeMetrics(spec.hosts().size())));
  }
}
