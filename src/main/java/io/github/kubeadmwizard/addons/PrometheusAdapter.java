package io.github.kubeadmwizard.addons;

import static io.github.kubeadmwizard.addons.KubePrometheus.NAMESPACE;

import io.github.kubeadmwizard.manifests.ManifestEditor;
import io.github.kubeadmwizard.manifests.ObjectName;
import io.github.kubeadmwizard.manifests.Sha256;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * prometheus-adapter: custom metrics by rules of ours and, where no metrics-server does it, what
 * {@code kubectl top} asks. Source: prometheus-adapter, docs/config.md and docs/walkthrough.md;
 * kube-prometheus, addons/custom-metrics.
 *
 * @param resourceMetrics whether it serves {@code metrics.k8s.io}, too
 */
record PrometheusAdapter(boolean resourceMetrics) {
  static final String NAME = "prometheus-adapter";
  static final String RESOURCE_METRICS = "v1beta1.metrics.k8s.io";
  static final List<String> CUSTOM_METRICS =
      List.of("v1beta1.custom.metrics.k8s.io", "v1beta2.custom.metrics.k8s.io");

  private static final String CONFIGURATION = "config.yaml";
  private static final String GROUP = "custom.metrics.k8s.io";
  private static final String READER = "custom-metrics-server-resources";

  /** Upstream's objects of the one API, which metrics-server has of its own. */
  private static final List<ObjectName> OF_RESOURCE_METRICS =
      List.of(
          ObjectName.of("APIService", RESOURCE_METRICS),
          ObjectName.of("ClusterRole", "system:aggregated-metrics-reader"),
          ObjectName.of("ClusterRole", "resource-metrics-server-resources"));

  /** What the stack itself measures has a namespace and a pod too, and is scaled by nobody. */
  private static final String OF_PODS =
      "namespace!=\"\",pod!=\"\","
          + "job!~\"apiserver|kube-dns|kubelet|kube-state-metrics|node-exporter\"";

  static boolean isOfResourceMetrics(Map<String, Object> object) {
    return ObjectName.of(object).filter(OF_RESOURCE_METRICS::contains).isPresent();
  }

  /** Its configuration; its pods start anew when that changes. */
  void configure(ManifestEditor editor) {
    var map = editor.object(ObjectName.in(NAMESPACE, "ConfigMap", "adapter-config"));
    var configuration =
        new LinkedHashMap<String, Object>(
            PlainTree.read(String.valueOf(map.fields().at("data").get(CONFIGURATION))));
    if (!resourceMetrics) {
      configuration.remove("resourceRules");
    }
    configuration.put("rules", List.of(counted(), measured()));
    String text = YamlWriter.write(configuration);
    map.data(CONFIGURATION, text);
    editor
        .object(ObjectName.in(NAMESPACE, "Deployment", NAME))
        .fields()
        .at("spec", "template", "metadata", "annotations")
        .remove("checksum.config/md5")
        .add("checksum.config/sha256", Sha256.of(text));
  }

  /** Of {@code http_requests_total} is made {@code http_requests_per_second}. */
  private static Map<String, Object> counted() {
    return rule(
        "is",
        Tree.of("matches", "^(.*)_total$", "as", "${1}_per_second"),
        "sum(rate(<<.Series>>{<<.LabelMatchers>>}[2m])) by (<<.GroupBy>>)");
  }

  /** The rest as it is. */
  private static Map<String, Object> measured() {
    return rule(
        "isNot",
        Tree.of("matches", "^(.*)$"),
        "sum(<<.Series>>{<<.LabelMatchers>>}) by (<<.GroupBy>>)");
  }

  private static Map<String, Object> rule(String filter, Map<String, Object> name, String query) {
    var labels =
        Tree.of(
            "namespace", Tree.of("resource", "namespace"),
            "pod", Tree.of("resource", "pod"),
            "service", Tree.of("resource", "service"));
    return Tree.of(
        "seriesQuery",
        "{" + OF_PODS + "}",
        "seriesFilters",
        List.of(Tree.of(filter, "_total$")),
        "resources",
        Tree.of("overrides", labels),
        "name",
        name,
        "metricsQuery",
        query);
  }

  /** The APIs, and who may ask them: the controller that scales. */
  static List<Map<String, Object>> customMetrics() {
    var reading = new ApiRule(GROUP, List.of("*"), List.of("get", "list", "watch")).tree();
    var role = object("ClusterRole", READER, Tree.of("rules", List.of(reading)));
    var scaler =
        Tree.of(
            "kind", "ServiceAccount",
            "name", "horizontal-pod-autoscaler",
            "namespace", "kube-system");
    var reader =
        Tree.of("apiGroup", "rbac.authorization.k8s.io", "kind", "ClusterRole", "name", READER);
    var binding =
        object(
            "ClusterRoleBinding",
            "hpa-controller-custom-metrics",
            Tree.of("roleRef", reader, "subjects", List.of(scaler)));
    return Stream.concat(
            Stream.of(role, binding), CUSTOM_METRICS.stream().map(PrometheusAdapter::api))
        .map(KubeObject::tree)
        .toList();
  }

  private static KubeObject object(String kind, String name, Map<String, Object> body) {
    return new KubeObject(
        "rbac.authorization.k8s.io/v1", kind, name, Optional.empty(), Map.of(), body);
  }

  /** Its certificate is one that it makes itself at every start, as upstream has it. */
  private static KubeObject api(String name) {
    String version = name.substring(0, name.indexOf('.'));
    return new KubeObject(
        "apiregistration.k8s.io/v1",
        "APIService",
        name,
        Optional.empty(),
        Map.of(),
        Tree.of(
            "spec",
            Tree.of(
                "group",
                GROUP,
                "version",
                version,
                "service",
                Tree.of("name", NAME, "namespace", NAMESPACE),
                "insecureSkipTLSVerify",
                true,
                "groupPriorityMinimum",
                100,
                "versionPriority",
                version.equals("v1beta2") ? 200 : 100)));
  }
}
