package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * kube-prometheus in the order in which it can be taken away again: what the operator makes of its
 * objects goes while the operator is still there. Source: kube-prometheus, manifests, README.
 */
final class KubePrometheus {
  static final String NAMESPACE = "monitoring";
  static final String OPERATOR = "prometheus-operator";

  private static final String SETUP = "kube-prometheus-setup";
  private static final String PROGRAMS = "kube-prometheus";
  private static final String PREFIX = "prometheus-";
  private static final Generated PASSWORD =
      new Generated.Letters(NAMESPACE, PrometheusFit.PASSWORD, PrometheusFit.PASSWORD_KEY);

  /** The operator makes it, to find the kubelets by. Source: its argument --kubelet-service. */
  private static final KubeObject KUBELETS =
      new KubeObject("v1", "Service", "kubelet", Optional.of("kube-system"), Map.of(), Map.of());

  private final AddonFacts facts;

  KubePrometheus(AddonFacts facts) {
    this.facts = facts;
  }

  PreparedAddon prepared(AddonSpec.Prometheus wish, ClusterSpec spec, Manifests manifests) {
    boolean metrics = !spec.addons().has(AddonSpec.Name.METRICS_SERVER);
    var editor = manifests.of(PROGRAMS).edit();
    new PrometheusFit(wish, Placement.hasWorkers(spec)).fit(editor);
    new PrometheusAdapter(metrics).configure(editor);
    Manifest all = Placement.fitting(editor.done(), spec);
    Manifest setup = manifests.of(SETUP);
    var stages = new ArrayList<AddonStage>();
    stages.add(namespace(setup)); // the last to go: where a volume keeps it, all else is gone
    stages.add(kinds(setup));
    stages.add(operator(only(all, KubePrometheus::isOfOperator)));
    stages.add(programs(only(all, KubePrometheus::isProgram)));
    stages.add(
        resources(only(all, KubePrometheus::isResource))
            .starting(PrometheusFit.started(all, Placement.hasWorkers(spec))));
    if (metrics) {
      stages.add(resourceMetrics(only(all, PrometheusAdapter::isOfResourceMetrics), spec));
    }
    stages.add(customMetrics());
    return new PreparedAddon(facts.key(), facts.name(), stages, List.of(), Optional.empty());
  }

  private AddonStage kinds(Manifest setup) {
    Manifest kinds = only(setup, Kinds::isKind);
    List<String> names = Kinds.names(kinds);
    var awaited = names.stream().<Awaited>map(Awaited.Kind::new).toList();
    return stage("kinds", labelled(Kinds.withoutSentences(kinds)), awaited)
        .keptBy(Kinds.uses(kinds))
        .claiming(Claim.labelled("customresourcedefinitions", names));
  }

  /** With it goes all that is in it: neither programs nor volumes of anybody may be left. */
  private AddonStage namespace(Manifest setup) {
    var uses =
        Stream.of(
                "deployments.apps",
                "statefulsets.apps",
                "daemonsets.apps",
                "persistentvolumeclaims")
            .map(kind -> new PreparedAddon.Use(kind, ".metadata.namespace", NAMESPACE))
            .toList();
    Manifest namespace = only(setup, object -> !Kinds.isKind(object));
    return stage("namespace", labelled(namespace), List.of())
        .keptBy(uses)
        .leaving(KUBELETS)
        .claiming(Claim.labelled("namespaces", List.of(NAMESPACE)));
  }

  private AddonStage operator(Manifest objects) {
    return stage("operator", objects, List.of(new Awaited.Deployment(NAMESPACE, OPERATOR)));
  }

  private AddonStage programs(Manifest objects) {
    return stage(
            "programs",
            objects,
            List.of(
                new Awaited.DaemonSet(NAMESPACE, "node-exporter"),
                new Awaited.Deployment(NAMESPACE, "kube-state-metrics"),
                new Awaited.Deployment(NAMESPACE, "blackbox-exporter"),
                new Awaited.Deployment(NAMESPACE, "grafana")))
        .with(PASSWORD);
  }

  private AddonStage resources(Manifest objects) {
    return stage(
        "resources",
        objects,
        List.of(
            new Awaited.StatefulSet(NAMESPACE, "alertmanager-main"),
            new Awaited.StatefulSet(NAMESPACE, "prometheus-k8s"),
            new Awaited.Deployment(NAMESPACE, PrometheusAdapter.NAME)));
  }

  private AddonStage resourceMetrics(Manifest objects, ClusterSpec spec) {
    return stage(
            "resource-metrics",
            objects,
            List.of(
                new Awaited.Api(PrometheusAdapter.RESOURCE_METRICS),
                new Awaited.NodeMetrics(spec.hosts().size())))
        .claiming(Claim.served(NAMESPACE, List.of(PrometheusAdapter.RESOURCE_METRICS)));
  }

  private AddonStage customMetrics() {
    var awaited = PrometheusAdapter.CUSTOM_METRICS.stream().<Awaited>map(Awaited.Api::new).toList();
    var objects = new Manifest(facts.name(), PrometheusAdapter.customMetrics());
    return stage("custom-metrics", objects, awaited)
        .claiming(Claim.served(NAMESPACE, PrometheusAdapter.CUSTOM_METRICS));
  }

  private AddonStage stage(String id, Manifest objects, List<Awaited> awaited) {
    return new AddonStage(PREFIX + id, facts.name() + ": " + id, objects, awaited);
  }

  private static Manifest labelled(Manifest manifest) {
    var editor = manifest.edit();
    manifest.objects().stream()
        .flatMap(object -> ObjectName.of(object).stream())
        .forEach(name -> Claim.label(editor.object(name).fields().at("metadata")));
    return editor.done();
  }

  private static boolean isResource(Map<String, Object> object) {
    return String.valueOf(object.get("apiVersion")).startsWith("monitoring.coreos.com/");
  }

  private static boolean isOfOperator(Map<String, Object> object) {
    return !isResource(object)
        && ObjectName.of(object).filter(name -> name.name().equals(OPERATOR)).isPresent();
  }

  private static boolean isProgram(Map<String, Object> object) {
    return !isResource(object)
        && !isOfOperator(object)
        && !PrometheusAdapter.isOfResourceMetrics(object);
  }

  private static Manifest only(Manifest manifest, Predicate<Map<String, Object>> which) {
    return new Manifest(manifest.name(), manifest.objects().stream().filter(which).toList());
  }
}
