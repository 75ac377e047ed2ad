package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the logs of all pods are kept. */
sealed interface LogsVolume {
  /** The volume of the pod that keeps them, and of the claim that it may have. */
  String NAME = "logs";

  /** By a claim, if a class was chosen. */
  static LogsVolume of(AddonSpec.Logs wish, ClusterSpec spec) {
    return wish.storageClass()
        .<LogsVolume>map(_ -> new Claimed())
        .orElseGet(() -> new OnNode(host(spec)));
  }

  /** The first that takes ordinary pods, one without taints before others. */
  private static HostSpec host(ClusterSpec spec) {
    return spec.hosts().stream()
        .min(
            Comparator.comparing((HostSpec host) -> !host.roles().contains(Role.WORKER))
                .thenComparing(host -> !host.taints().isEmpty()))
        .orElseThrow();
  }

  Map<String, Object> tree();

  /** A volume that some class gives. It outlives the pod, and the program's removal. */
  record Claimed() implements LogsVolume {
    @Override
    public Map<String, Object> tree() {
      return Tree.of("name", NAME, "persistentVolumeClaim", Tree.of("claimName", NAME));
    }
  }

  /** A directory of one node, where the pod stays: a drain or a new version must not lose logs. */
  record OnNode(HostSpec host) implements LogsVolume {
    private static final String DIRECTORY = "/var/lib/victoria-logs";

    @Override
    public Map<String, Object> tree() {
      return Tree.of(
          "name", NAME, "hostPath", Tree.of("path", DIRECTORY, "type", "DirectoryOrCreate"));
    }

    List<Map<String, Object>> tolerations() {
      return host.taints().stream().distinct().map(Placement::toleration).toList();
    }
  }

  /** The claim, where a class was chosen. */
  static Optional<KubeObject> claim(AddonSpec.Logs wish) {
    return wish.storageClass()
        .map(name ->
            VictoriaLogs.in(
                "v1",
                "PersistentVolumeClaim",
                NAME,
                Tree.of(
                    "accessModes",
                    List.of("ReadWriteOnce"),
                    "storageClassName",
                    name,
                    "resources",
                    Tree.of("requests", Tree.of("storage", wish.storageSize())))));
  }
}
