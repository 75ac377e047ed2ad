package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.yaml.Commented;
import io.github.kubeadmwizard.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Flannel as objects made here, so that the default pod network needs no download. They are
 * upstream's but for what the user chose. Source: flannel, Documentation/kube-flannel.yml.
 */
public final class Flannel {
  static final String NAMESPACE = "kube-flannel";
  static final String CONFIGURATION = "kube-flannel-cfg";
  private static final String APP = "flannel";
  private static final Map<String, String> LABELS = Map.of("k8s-app", APP);

  private final FlannelCatalogue catalogue;

  /**
   * @param catalogue which version, and its images
   */
  public Flannel(FlannelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The images that nodes pull, by upstream's names: where the user has a mirror of ghcr.io, the
   * runtime's registry configuration serves them from there. {@code images.repository} is kubeadm's
   * and says nothing about other projects' images.
   */
  public List<String> images() {
    return List.of(catalogue.cniPluginImage(), catalogue.daemonImage());
  }

  /**
   * The manifest as text, ready to be applied.
   *
   * @param apiServer see {@link #objects}
   */
  public String manifest(ClusterSpec spec, Optional<ApiServer> apiServer) {
    var documents = new ArrayList<Object>(objects(spec, apiServer));
    var head = "Flannel " + catalogue.version() + ", made by Kubeadm Wizard.";
    documents.set(0, new Commented(head, documents.getFirst()));
    return YamlWriter.writeAll(documents);
  }

  /**
   * The objects as plain values, in the order in which they are applied.
   *
   * @param apiServer where Flannel reaches the API server; empty: through the Service {@code
   *     kubernetes}, as upstream does, so that it fails and backs off until kube-proxy runs
   */
  public List<Map<String, Object>> objects(ClusterSpec spec, Optional<ApiServer> apiServer) {
    var daemons = new FlannelDaemonSet(catalogue, spec.cni(), apiServer);
    return List.of(
            namespace(),
            clusterRole(),
            clusterRoleBinding(),
            serviceAccount(),
            new FlannelConfiguration(spec).configMap(),
            daemons.object())
        .stream()
        .map(KubeObject::tree)
        .toList();
  }

  private static KubeObject namespace() {
    var labels = Map.of("k8s-app", APP, "pod-security.kubernetes.io/enforce", "privileged");
    return new KubeObject(
        "v1", "Namespace", NAMESPACE, Optional.empty(), new TreeMap<>(labels), Map.of());
  }

  private static KubeObject clusterRole() {
    var rules =
        List.of(
            new PolicyRule("pods", List.of("get")),
            new PolicyRule("nodes", List.of("get", "list", "watch")),
            new PolicyRule("nodes/status", List.of("patch")));
    return new KubeObject(
        "rbac.authorization.k8s.io/v1",
        "ClusterRole",
        APP,
        Optional.empty(),
        LABELS,
        Tree.of("rules", rules.stream().map(PolicyRule::tree).toList()));
  }

  private static KubeObject clusterRoleBinding() {
    var role = Tree.of("apiGroup", "rbac.authorization.k8s.io", "kind", "ClusterRole", "name", APP);
    var subject = Tree.of("kind", "ServiceAccount", "name", APP, "namespace", NAMESPACE);
    return new KubeObject(
        "rbac.authorization.k8s.io/v1",
        "ClusterRoleBinding",
        APP,
        Optional.empty(),
        LABELS,
        Tree.of("roleRef", role, "subjects", List.of(subject)));
  }

  private static KubeObject serviceAccount() {
    return new KubeObject("v1", "ServiceAccount", APP, Optional.of(NAMESPACE), LABELS, Map.of());
  }
}
