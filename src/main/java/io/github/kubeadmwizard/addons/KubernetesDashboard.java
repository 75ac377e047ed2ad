package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ManifestEditor;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Kubernetes Dashboard 2.7, the last that is one manifest; retired. Source: kubernetes-retired,
 * dashboard, aio/deploy/recommended.yaml.
 *
 * <p>Left alone, each of its pods signs a certificate that nobody can check. Under a name it takes
 * one that is made for it, and Traefik takes no other. Source: dashboard 2.7,
 * src/app/backend/dashboard.go, tls-cert-file.
 */
final class KubernetesDashboard {
  static final String NAMESPACE = "kubernetes-dashboard";
  static final String NAME = "kubernetes-dashboard";
  static final String ACCOUNT = "dashboard-admin";
  private static final String CERTIFICATE = "kubernetes-dashboard-certs";
  private static final int PORT = 443;

  private final AddonFacts facts;

  KubernetesDashboard(AddonFacts facts) {
    this.facts = facts;
  }

  PreparedAddon prepared(AddonSpec.Dashboard wish, ClusterSpec spec, Manifests manifests) {
    Manifest upstream = manifests.of(facts.manifests().getFirst());
    var editor = upstream.edit();
    new DashboardAccount(NAMESPACE, ACCOUNT, wish.access()).objects().forEach(editor::add);
    var awaited =
        new ArrayList<Awaited>(
            List.of(
                new Awaited.Deployment(NAMESPACE, NAME),
                new Awaited.Deployment(NAMESPACE, "dashboard-metrics-scraper")));
    if (wish.host().isEmpty()) {
      return PreparedAddon.of(facts, NAME, Placement.fitting(editor.done(), spec), awaited);
    }
    String host = wish.host().get();
    var namespace = ObjectName.of("Namespace", NAMESPACE);
    editor.remove(namespace).remove(ObjectName.in(NAMESPACE, "Secret", CERTIFICATE));
    serve(editor, host);
    awaited.add(new Awaited.Page(Traefik.NAMESPACE, Traefik.NAME, host));
    return new PreparedAddon(
        facts.key(),
        facts.name(),
        List.of(
            certified(
                new Manifest(facts.name(), List.of(upstream.object(namespace).orElseThrow()))),
            new AddonStage(NAME, facts.name(), Placement.fitting(editor.done(), spec), awaited)),
        List.of(),
        Optional.empty());
  }

  /** Its certificate is there before its pods, and before Traefik is asked for it. */
  private AddonStage certified(Manifest namespace) {
    var transport = TraefikTransport.DASHBOARD;
    return new AddonStage("dashboard-certificate", facts.name(), namespace, List.of())
        .with(
            new Generated.Certificate(
                NAMESPACE,
                CERTIFICATE,
                "dashboard.crt",
                "dashboard.key",
                transport.server(),
                transport.reader()))
        .leaving(transport.object());
  }

  private static void serve(ManifestEditor editor, String host) {
    editor
        .object(ObjectName.in(NAMESPACE, "Deployment", NAME))
        .container(NAME)
        .arg("--auto-generate-certificates", "--tls-cert-file=dashboard.crt")
        .addArg("--tls-key-file=dashboard.key");
    editor
        .object(ObjectName.in(NAMESPACE, "Service", NAME))
        .fields()
        .at("metadata")
        .add("annotations", TraefikTransport.DASHBOARD.annotations());
    editor.add(new DashboardIngress(NAMESPACE, NAME, PORT).object(host));
  }
}
