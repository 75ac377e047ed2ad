package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifests;
import java.util.List;

/**
 * Kubernetes Dashboard 2.7, the last that is one manifest; retired. Source: kubernetes-retired,
 * dashboard, aio/deploy/recommended.yaml.
 */
final class KubernetesDashboard {
  static final String NAMESPACE = "kubernetes-dashboard";
  static final String NAME = "kubernetes-dashboard";
  static final String ACCOUNT = "dashboard-admin";

  private final AddonFacts facts;

  KubernetesDashboard(AddonFacts facts) {
    this.facts = facts;
  }

  PreparedAddon prepared(AddonSpec.Dashboard wish, ClusterSpec spec, Manifests manifests) {
    var editor = manifests.of(facts.manifests().getFirst()).edit();
    new DashboardAccount(NAMESPACE, ACCOUNT, wish.access()).objects().forEach(editor::add);
    return PreparedAddon.of(
        facts,
        NAME,
        Placement.fitting(editor.done(), spec),
        List.of(
            new Awaited.Deployment(NAMESPACE, NAME),
            new Awaited.Deployment(NAMESPACE, "dashboard-metrics-scraper")));
  }
}
