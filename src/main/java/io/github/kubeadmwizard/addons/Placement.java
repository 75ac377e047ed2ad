package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ManifestEditor;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where the pods of add-ons may run. */
final class Placement {
  static final Map<String, Object> ON_CONTROL_PLANES =
      Tree.of(
          "key", "node-role.kubernetes.io/control-plane",
          "operator", "Exists",
          "effect", "NoSchedule");

  private Placement() {}

  /** What lets a pod onto nodes with this taint. */
  static Map<String, Object> toleration(TaintSpec taint) {
    return Tree.of(
        "key",
        taint.key(),
        "operator",
        taint.value().isEmpty() ? "Exists" : "Equal",
        "value",
        taint.value().isEmpty() ? List.of() : taint.value(),
        "effect",
        taint.effect().text());
  }

  /** Whether ordinary pods find a node: one that is not only a control plane. */
  static boolean hasWorkers(ClusterSpec spec) {
    return spec.hosts().stream().anyMatch(host -> host.roles().contains(Role.WORKER));
  }

  /** The same, and where control planes are all there is, its deployments may run on them. */
  static Manifest fitting(Manifest manifest, ClusterSpec spec) {
    if (hasWorkers(spec)) {
      return manifest;
    }
    ManifestEditor editor = manifest.edit();
    for (Map<String, Object> object : manifest.objects()) {
      ObjectName.of(object)
          .filter(name -> name.kind().equals("Deployment"))
          .ifPresent(name -> tolerate(editor, name));
    }
    return editor.done();
  }

  private static void tolerate(ManifestEditor editor, ObjectName name) {
    var pod = editor.object(name).fields().at("spec", "template", "spec");
    var tolerations = new ArrayList<Object>();
    if (pod.get("tolerations") instanceof List<?> there) {
      tolerations.addAll(there);
    }
    if (!tolerations.contains(ON_CONTROL_PLANES)) {
      tolerations.add(ON_CONTROL_PLANES);
    }
    pod.put("tolerations", tolerations);
  }
}
