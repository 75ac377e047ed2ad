package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import io.github.kubeadmwizard.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The documents of a kubeadm file, of whatever version. */
final class OldDocuments {
  private static final Set<String> KINDS =
      Set.of(
          "MasterConfiguration",
          "NodeConfiguration",
          "InitConfiguration",
          "ClusterConfiguration",
          "JoinConfiguration");
  private static final Map<String, Message> NOT_FOR_A_NEW_CLUSTER =
      Map.of(
          "ClusterStatus", Message.of("migrate.clusterStatus"),
          "ResetConfiguration", Message.of("migrate.resetConfiguration"),
          "UpgradeConfiguration", Message.of("migrate.upgradeConfiguration"));

  private final List<YamlNode> documents;

  OldDocuments(List<YamlNode> documents) {
    this.documents = List.copyOf(documents);
  }

  /** Whether one of them is kubeadm's. */
  boolean areKubeadms() {
    return documents.stream().anyMatch(d -> KINDS.contains(kind(d)) && isKubeadms(d));
  }

  boolean hasInit() {
    return documents.stream()
        .map(OldDocuments::kind)
        .anyMatch(kind -> KINDS.contains(kind) && !isJoin(kind));
  }

  private static boolean isJoin(String kind) {
    return kind.equals("JoinConfiguration") || kind.equals("NodeConfiguration");
  }

  /** The version that one of them names. */
  Optional<String> version() {
    return documents.stream()
        .filter(OldDocuments::isKubeadms)
        .flatMap(document -> text(document, "kubernetesVersion").stream())
        .filter(text -> !text.isBlank() && !Scalars.isPlaceholder(text))
        .findFirst();
  }

  /** Reads all of them. */
  void read(Gathered out) {
    int joins = 0;
    for (YamlNode document : documents) {
      if (document instanceof Mapping mapping) {
        if (isJoin(kind(document))) {
          out.nextJoin(joins++);
        }
        read(mapping, out);
      } else {
        out.drop(new Origin(document.at(), ""), Message.of("migrate.noDocument"));
      }
    }
  }

  private static void read(Mapping document, Gathered out) {
    var kind = kind(document);
    var here = new Origin(document.at(), kind);
    switch (kind) {
      case "KubeletConfiguration" -> new Trees(Paper.KUBELET).read(document, nowhere(here), out);
      case "KubeProxyConfiguration" ->
          new Trees(Paper.KUBE_PROXY).read(document, nowhere(here), out);
      default -> {
        var why = NOT_FOR_A_NEW_CLUSTER.get(kind);
        if (why != null) {
          out.drop(here, why);
        } else if (KINDS.contains(kind) && isKubeadms(document)) {
          new FieldWalk(rules(kind), out).read(document);
        } else {
          out.drop(here, Message.of("migrate.otherDocument", kind.isEmpty() ? "?" : kind));
        }
      }
    }
  }

  private static Origin nowhere(Origin origin) {
    return new Origin(origin.at(), "");
  }

  private static Map<String, Rule> rules(String kind) {
    return switch (kind) {
      case "MasterConfiguration" -> MasterFields.rules();
      case "InitConfiguration" -> InitFields.rules();
      case "ClusterConfiguration" -> ClusterFields.rules();
      default -> JoinFields.rules();
    };
  }

  private static boolean isKubeadms(YamlNode document) {
    return text(document, "apiVersion").map(v -> v.startsWith("kubeadm.k8s.io/")).orElse(true);
  }

  private static String kind(YamlNode document) {
    return text(document, "kind").orElse("");
  }

  private static Optional<String> text(YamlNode document, String key) {
    return document instanceof Mapping mapping
        ? mapping.get(key).filter(Scalar.class::isInstance).map(scalar -> ((Scalar) scalar).text())
        : Optional.empty();
  }
}
