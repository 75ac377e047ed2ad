package io.github.kubeadmwizard.addons;

import static io.github.kubeadmwizard.addons.VictoriaLogs.AGENT;
import static io.github.kubeadmwizard.addons.VictoriaLogs.NAME;
import static io.github.kubeadmwizard.addons.VictoriaLogs.NAMESPACE;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The program on every node, whatever its taints, that reads the logs of its pods and sends them
 * on. It is root, to whom these files belong, without any other right; what it has read, and what
 * it could not send, it notes on the node. Source: VictoriaLogs docs, vlagent, Kubernetes Collector
 * Configuration.
 *
 * @param docker whether the files of the kubelet only lead to Docker's
 */
record VictoriaLogsAgent(String image, boolean docker) {
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String ROLE = NAMESPACE + "-" + AGENT;
  private static final String DATA = "/var/lib/vlagent";
  private static final int PORT = 9429;

  /** Which pods are on its node, and what they are called; no Secret, and nothing to change. */
  static List<KubeObject> access() {
    var account =
        new KubeObject("v1", "ServiceAccount", AGENT, Optional.of(NAMESPACE), Map.of(), Map.of());
    var rules =
        List.of(
            ApiRule.reading("", "pods").tree(),
            new ApiRule("", List.of("nodes"), List.of("get")).tree(),
            new ApiRule("", List.of("namespaces"), List.of("list")).tree());
    var role = Tree.of("apiGroup", RBAC, "kind", "ClusterRole", "name", ROLE);
    var subject = Tree.of("kind", "ServiceAccount", "name", AGENT, "namespace", NAMESPACE);
    return List.of(
        account,
        ofTheCluster("ClusterRole", Tree.of("rules", rules)),
        ofTheCluster("ClusterRoleBinding", Tree.of("roleRef", role, "subjects", List.of(subject))));
  }

  private static KubeObject ofTheCluster(String kind, Map<String, Object> body) {
    return new KubeObject(RBAC + "/v1", kind, ROLE, Optional.empty(), Map.of(), body);
  }

  KubeObject object() {
    var labels = VictoriaLogs.labels(AGENT);
    return VictoriaLogs.in(
        "apps/v1",
        "DaemonSet",
        AGENT,
        Tree.of(
            "selector", Tree.of("matchLabels", labels),
            "template", Tree.of("metadata", Tree.of("labels", labels), "spec", pod())));
  }

  private Map<String, Object> pod() {
    var volumes = new ArrayList<Map<String, Object>>();
    logs().forEach(one -> volumes.add(one.tree()));
    volumes.add(
        Tree.of("name", "data", "hostPath", Tree.of("path", DATA, "type", "DirectoryOrCreate")));
    volumes.add(VictoriaLogs.passwordVolume());
    return Tree.of(
        "serviceAccountName", AGENT,
        "nodeSelector", Tree.of("kubernetes.io/os", "linux"),
        "tolerations", List.of(Tree.of("operator", "Exists")),
        "securityContext", VictoriaLogsServer.asOwner(),
        "containers", List.of(container()),
        "volumes", volumes);
  }

  /** What it reads of the node: links of the kubelet, and what these lead to. */
  private List<PodVolume.Directory> logs() {
    var logs =
        new ArrayList<>(
            List.of(
                new PodVolume.Directory("containers", "/var/log/containers"),
                new PodVolume.Directory("pods", "/var/log/pods")));
    if (docker) {
      logs.add(new PodVolume.Directory("docker", "/var/lib/docker/containers"));
    }
    return List.copyOf(logs);
  }

  private Map<String, Object> container() {
    var mounts = new ArrayList<Map<String, Object>>();
    for (PodVolume.Directory one : logs()) {
      mounts.add(Tree.of("name", one.name(), "mountPath", one.path(), "readOnly", true));
    }
    mounts.add(Tree.of("name", "data", "mountPath", DATA));
    mounts.add(VictoriaLogs.passwordMount());
    return Tree.of(
        "name", AGENT,
        "image", image,
        "args", arguments(),
        "env", VictoriaLogsServer.bounded(2, 200),
        "ports", List.of(Tree.of("name", "http", "containerPort", PORT, "protocol", "TCP")),
        "readinessProbe", VictoriaLogsServer.health(3, 5),
        "livenessProbe", VictoriaLogsServer.health(10, 30),
        "resources",
            Tree.of(
                "requests", Tree.of("cpu", "10m", "memory", "64Mi"),
                "limits", Tree.of("memory", "256Mi")),
        "securityContext", VictoriaLogsServer.restricted(),
        "volumeMounts", mounts);
  }

  private static List<String> arguments() {
    return List.of(
        "-httpListenAddr=:" + PORT,
        "-kubernetesCollector",
        "-tmpDataPath=" + DATA,
        "-remoteWrite.url=http://" + NAME + ":" + VictoriaLogs.PORT + "/insert/native",
        "-remoteWrite.maxDiskUsagePerURL=1000MB", // of what could not be sent, the oldest goes
        "-remoteWrite.basicAuth.username=" + VictoriaLogs.USER,
        "-remoteWrite.basicAuth.passwordFile=" + VictoriaLogs.PASSWORD_FILE,
        "-httpAuth.username=" + VictoriaLogs.USER, // it takes logs, too: from nobody else
        "-httpAuth.password=file://" + VictoriaLogs.PASSWORD_FILE,
        "-enableTCP6");
  }
}
