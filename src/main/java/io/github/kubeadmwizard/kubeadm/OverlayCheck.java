package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.Nearest;
import io.github.kubeadmwizard.kubeadm.tree.DocumentProblem;
import io.github.kubeadmwizard.kubeadm.tree.TreeReader;
import io.github.kubeadmwizard.kubeadm.v1beta4.ClusterConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.InitConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.JoinConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.KubeProxyConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.KubeletConfiguration;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Checks what the user wrote under {@code kubeadm:} against the fields of the documents, and
 * arguments against the flags that the programs have in the wished minor. Needs no machine, and is
 * to be asked before {@link KubeadmDocuments}.
 */
public final class OverlayCheck {
  private static final SequencedMap<String, Class<? extends Record>> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("initConfiguration", InitConfiguration.class);
    KINDS.put("joinConfiguration", JoinConfiguration.class);
    KINDS.put("clusterConfiguration", ClusterConfiguration.class);
    KINDS.put("kubeletConfiguration", KubeletConfiguration.class);
    KINDS.put("kubeProxyConfiguration", KubeProxyConfiguration.class);
  }

  private OverlayCheck() {}

  /** Every problem and note, in the order of the documents; empty where all is well. */
  public static List<DocumentProblem> check(ClusterSpec spec) {
    var problems = new ArrayList<DocumentProblem>();
    spec.kubeadm()
        .documents()
        .forEach((key, tree) -> {
          var kind = KINDS.get(key);
          if (kind == null) {
            problems.add(unknownDocument(key));
          } else {
            problems.addAll(check(spec, key, kind, tree));
          }
        });
    return List.copyOf(problems);
  }

  private static List<DocumentProblem> check(
      ClusterSpec spec, String key, Class<? extends Record> kind, Map<String, Object> tree) {
    String path = "kubeadm." + key;
    var reader = new TreeReader();
    Record document = reader.read(kind, tree, path);
    if (!reader.problems().isEmpty()) {
      return reader.problems();
    }
    String minor = spec.kubernetes().minorText();
    return switch (document) {
      case InitConfiguration init -> RegistrationCheck.init(minor, path, init);
      case JoinConfiguration join -> RegistrationCheck.of(minor, path, join.nodeRegistration());
      case ClusterConfiguration cluster -> ArgumentCheck.cluster(minor, path, cluster);
      case KubeletConfiguration kubelet ->
          FieldCheck.of(minor, path, kubelet.kind(), kubelet.others());
      case KubeProxyConfiguration proxy -> FieldCheck.of(minor, path, proxy.kind(), proxy.others());
      default -> throw new IllegalStateException("no check for " + kind);
    };
  }

  private static DocumentProblem unknownDocument(String key) {
    return new DocumentProblem(
        "kubeadm." + key,
        true,
        Message.of("kubeadm.unknownDocument.what", key),
        Message.of("kubeadm.unknownDocument.why"),
        Nearest.to(key, KINDS.keySet())
            .map(meant -> Message.of("kubeadm.unknownField.meant", meant))
            .orElseGet(
                () -> Message.of("kubeadm.unknownField.allowed", List.copyOf(KINDS.keySet()))));
  }
}
