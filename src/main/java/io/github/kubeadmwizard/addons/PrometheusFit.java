package io.github.kubeadmwizard.addons;

import static io.github.kubeadmwizard.addons.KubePrometheus.NAMESPACE;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.manifests.EditedFields;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ManifestEditor;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * kube-prometheus cut to a small cluster that kubeadm made, and its Grafana without the password
 * that everybody knows. Source: kube-prometheus, docs/kube-prometheus-on-kubeadm; Grafana,
 * Configuration, security.
 *
 * @param hasWorkers whether ordinary pods find a node
 */
record PrometheusFit(AddonSpec.Prometheus wish, boolean hasWorkers) {
  /** The Secret of Grafana's administrator. */
  static final String PASSWORD = "grafana-admin";

  static final String PASSWORD_KEY = "password";

  private static final ObjectName PROMETHEUS = in("Prometheus", "k8s");
  private static final ObjectName ALERTMANAGER = in("Alertmanager", "main");
  private static final ObjectName GRAFANA = in("Deployment", "grafana");

  /** kubeadm has them listen to their own node alone, so that nobody could ask them. */
  private static final List<String> OUT_OF_REACH =
      List.of("kube-controller-manager", "kube-scheduler");

  private static final String RELOADER = "--prometheus-config-reloader=";

  /** All of it. */
  void fit(ManifestEditor editor) {
    long many = wish.replicas();
    var prometheus = editor.object(PROMETHEUS).fields().at("spec");
    prometheus.set("replicas", many).add("retention", wish.retention());
    wish.storageClass().ifPresent(name -> prometheus.add("storage", volume(name)));
    var alertmanager = editor.object(ALERTMANAGER).fields().at("spec");
    alertmanager.set("replicas", many);
    editor
        .object(in("Deployment", PrometheusAdapter.NAME))
        .fields()
        .at("spec")
        .set("replicas", many);
    if (many == 1) { // a node with the only pod could never be drained
      editor.remove(in("PodDisruptionBudget", "prometheus-k8s"));
      editor.remove(in("PodDisruptionBudget", PrometheusAdapter.NAME));
    }
    if (!hasWorkers) {
      prometheus.add("tolerations", List.of(Placement.ON_CONTROL_PLANES));
      alertmanager.add("tolerations", List.of(Placement.ON_CONTROL_PLANES));
    }
    leaveOut(editor);
    editor.remove(in("Secret", "alertmanager-main")); // where alerts go is the user's to say
    List.of("grafana-config", "grafana-datasources")
        .forEach(name -> encode(editor.object(in("Secret", name)).fields()));
    lookEverywhere(editor.object(ObjectName.of("ClusterRole", "prometheus-k8s")).fields());
    secure(editor);
  }

  private Map<String, Object> volume(String storageClass) {
    String size = wish.storageSize().orElse(AddonSpec.Prometheus.USUAL_SIZE);
    return Tree.of(
        "volumeClaimTemplate",
        Tree.of(
            "spec",
            Tree.of(
                "accessModes",
                List.of("ReadWriteOnce"),
                "storageClassName",
                storageClass,
                "resources",
                Tree.of("requests", Tree.of("storage", size)))));
  }

  /** Alerts that they are gone would never end. */
  private static void leaveOut(ManifestEditor editor) {
    var rules = editor.object(in("PrometheusRule", "kubernetes-monitoring-rules")).fields();
    for (String program : OUT_OF_REACH) {
      editor.remove(in("ServiceMonitor", program));
      rules.at("spec").removeItem("groups", program.replace("kube-", "kubernetes-system-"));
    }
  }

  /** Source: Kubernetes docs, Secret: stringData does not work well with server-side apply. */
  private static void encode(EditedFields secret) {
    var data = new LinkedHashMap<String, Object>();
    if (secret.get("stringData") instanceof Map<?, ?> texts) {
      texts.forEach((key, text) ->
          data.put(
              String.valueOf(key),
              Base64.getEncoder()
                  .encodeToString(String.valueOf(text).getBytes(StandardCharsets.UTF_8))));
    }
    secret.remove("stringData").add("data", data);
  }

  /** Upstream's lets it find pods in three namespaces only. */
  private static void lookEverywhere(EditedFields role) {
    role.append("rules", ApiRule.reading("", "services", "pods").tree());
    role.append("rules", ApiRule.reading("discovery.k8s.io", "endpointslices").tree());
  }

  /** The image by its whole name, since not every runtime adds a registry. */
  private static void secure(ManifestEditor editor) {
    editor.images(image -> image.startsWith("grafana/") ? "docker.io/" + image : image);
    var reference = Tree.of("secretKeyRef", Tree.of("name", PASSWORD, "key", PASSWORD_KEY));
    editor
        .object(GRAFANA)
        .container("grafana")
        .fields()
        .append("env", Tree.of("name", "GF_SECURITY_ADMIN_PASSWORD", "valueFrom", reference));
  }

  /** What the operator starts by the objects that it is given, each with a reloader. */
  static PodImages started(Manifest all, boolean hasWorkers) {
    var editor = all.edit();
    var images = new ArrayList<String>();
    for (ObjectName name : List.of(PROMETHEUS, ALERTMANAGER)) {
      images.add(String.valueOf(editor.object(name).fields().at("spec").get("image")));
    }
    var operator = editor.object(in("Deployment", KubePrometheus.OPERATOR));
    operator.container(KubePrometheus.OPERATOR).args().stream()
        .filter(arg -> arg.startsWith(RELOADER))
        .forEach(arg -> images.add(arg.substring(RELOADER.length())));
    return hasWorkers ? new PodImages(List.of(), images) : new PodImages(images, List.of());
  }

  private static ObjectName in(String kind, String name) {
    return ObjectName.in(NAMESPACE, kind, name);
  }
}
