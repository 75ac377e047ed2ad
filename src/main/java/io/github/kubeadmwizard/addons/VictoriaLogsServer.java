package io.github.kubeadmwizard.addons;

import static io.github.kubeadmwizard.addons.VictoriaLogs.NAME;
import static io.github.kubeadmwizard.addons.VictoriaLogs.PORT;

import io.github.kubeadmwizard.cluster.AddonSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The program that keeps the logs, and its page to search them. The oldest days go first where they
 * need more room than there is. Source: VictoriaLogs docs, Retention by disk space usage, List of
 * command-line flags.
 */
record VictoriaLogsServer(String image, AddonSpec.Logs wish, LogsVolume volume) {
  private static final long NOBODY = 65532;

  /** Of what it is given; upstream wants the rest to stay free. */
  private static final int PERCENT_USED = 80;

  KubeObject object(UnaryOperator<String> nodeOf) {
    var labels = VictoriaLogs.labels(NAME);
    return VictoriaLogs.in(
        "apps/v1",
        "Deployment",
        NAME,
        Tree.of(
            "strategy", Tree.of("type", "Recreate"), // two would write into one directory
            "selector", Tree.of("matchLabels", labels),
            "template", Tree.of("metadata", Tree.of("labels", labels), "spec", pod(nodeOf))));
  }

  private Map<String, Object> pod(UnaryOperator<String> nodeOf) {
    var pinned =
        volume instanceof LogsVolume.OnNode one
            ? Optional.of(one)
            : Optional.<LogsVolume.OnNode>empty();
    return Tree.of(
        "automountServiceAccountToken", false,
        "nodeSelector", Tree.of("kubernetes.io/os", "linux"),
        "affinity", pinned.map(one -> on(nodeOf.apply(one.host().label()))),
        "tolerations", pinned.map(LogsVolume.OnNode::tolerations),
        "terminationGracePeriodSeconds", 60, // what it has in memory goes to the disk
        "securityContext", pinned.isPresent() ? asOwner() : asNobody(),
        "containers", List.of(container()),
        "volumes", List.of(volume.tree(), VictoriaLogs.passwordVolume()));
  }

  /** A DaemonSet binds its pods to nodes in the same way. */
  private static Map<String, Object> on(String node) {
    var is = Tree.of("key", "metadata.name", "operator", "In", "values", List.of(node));
    var terms = List.of(Tree.of("matchFields", List.of(is)));
    return Tree.of(
        "nodeAffinity",
        Tree.of(
            "requiredDuringSchedulingIgnoredDuringExecution", Tree.of("nodeSelectorTerms", terms)));
  }

  private static Map<String, Object> asNobody() {
    return Tree.of(
        "runAsNonRoot",
        true,
        "runAsUser",
        NOBODY,
        "runAsGroup",
        NOBODY,
        "fsGroup",
        NOBODY,
        "fsGroupChangePolicy",
        "OnRootMismatch",
        "seccompProfile",
        Tree.of("type", "RuntimeDefault"));
  }

  /** A directory of the node belongs to root, and SELinux keeps other containers out of it. */
  static Map<String, Object> asOwner() {
    return Tree.of(
        "runAsUser",
        0,
        "runAsGroup",
        0,
        "seLinuxOptions",
        Tree.of("type", "spc_t"),
        "seccompProfile",
        Tree.of("type", "RuntimeDefault"));
  }

  private Map<String, Object> container() {
    return Tree.of(
        "name", NAME,
        "image", image,
        "args", arguments(),
        "env", bounded(4, 800),
        "ports", List.of(Tree.of("name", "http", "containerPort", PORT, "protocol", "TCP")),
        "readinessProbe", health(3, 5),
        "livenessProbe", health(10, 30),
        "resources",
            Tree.of(
                "requests", Tree.of("cpu", "25m", "memory", "256Mi"),
                "limits", Tree.of("memory", "1Gi")),
        "securityContext", restricted(),
        "volumeMounts",
            List.of(
                Tree.of("name", LogsVolume.NAME, "mountPath", "/storage"),
                VictoriaLogs.passwordMount()));
  }

  /**
   * What it does at once, each with buffers of its own, would grow with the CPUs of the machine.
   *
   * @param mebibytes from which on it rather looks for what it does not need any more
   */
  static List<Map<String, Object>> bounded(int atOnce, int mebibytes) {
    return List.of(
        Tree.of("name", "GOMAXPROCS", "value", String.valueOf(atOnce)),
        Tree.of("name", "GOMEMLIMIT", "value", mebibytes + "MiB"));
  }

  static Map<String, Object> restricted() {
    return Tree.of(
        "allowPrivilegeEscalation", false,
        "readOnlyRootFilesystem", true,
        "capabilities", Tree.of("drop", List.of("ALL")));
  }

  /**
   * It answers there without the password.
   *
   * @param failures after which it counts
   * @param every seconds between two looks
   */
  static Map<String, Object> health(int failures, int every) {
    return Tree.of(
        "httpGet",
        Tree.of("path", "/health", "port", "http"),
        "failureThreshold",
        failures,
        "periodSeconds",
        every,
        "timeoutSeconds",
        5);
  }

  private List<String> arguments() {
    var arguments =
        new ArrayList<>(
            List.of(
                "-httpListenAddr=:" + PORT,
                "-storageDataPath=/storage",
                "-retentionPeriod=" + wish.retention(),
                "-retention.maxDiskSpaceUsageBytes=" + most() + "MiB",
                "-httpAuth.username=" + VictoriaLogs.USER,
                "-httpAuth.password=file://" + VictoriaLogs.PASSWORD_FILE,
                "-http.disableCORS",
                "-enableTCP6"));
    if (volume instanceof LogsVolume.OnNode) {
      arguments.add("-storage.minFreeDiskSpaceBytes=2GiB"); // others live on that disk, too
    }
    return List.copyOf(arguments);
  }

  private long most() {
    return wish.storageMiB() * PERCENT_USED / 100;
  }
}
