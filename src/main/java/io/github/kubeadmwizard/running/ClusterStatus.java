package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.json.JsonTree;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a cluster stands.
 *
 * @param pods of the system: those in namespaces that begin with {@code kube-}
 */
public record ClusterStatus(List<Node> nodes, List<Pod> pods, List<Certificate> certificates) {
  public ClusterStatus {
    nodes = List.copyOf(nodes);
    pods = List.copyOf(pods);
    certificates = List.copyOf(certificates);
  }

  /**
   * A node.
   *
   * @param reason why it is not ready: the condition's reason and message; empty where it is
   */
  public record Node(
      String name,
      boolean ready,
      String reason,
      String roles,
      String version,
      String runtime,
      String address) {}

  /**
   * A pod.
   *
   * @param ready containers that are ready, of all, as {@code 1/2}
   * @param state its phase, or the reason why a container waits
   */
  public record Pod(
      String namespace, String name, String ready, String state, long restarts, String node) {
    /** Whether it does its work, or has done it. */
    public boolean isWell() {
      int slash = ready.indexOf('/');
      boolean all = ready.substring(0, slash).equals(ready.substring(slash + 1));
      return state.equals("Succeeded") || (state.equals("Running") && all);
    }
  }

  /**
   * A certificate of the control plane.
   *
   * @param expires empty if it is missing
   * @param authority whether it signs others
   */
  public record Certificate(String name, Optional<Instant> expires, boolean authority) {
    /** Days that are left, rounded down; negative when it has expired. */
    public Optional<Long> daysLeft(Instant now) {
      return expires.map(end -> Math.floorDiv(Duration.between(now, end).toSeconds(), 86_400L));
    }
  }

  /**
   * From the answers of kubectl and kubeadm, in JSON.
   *
   * @param objects a List of nodes and pods
   * @param certificates CertificateExpirationInfo, output.kubeadm.k8s.io/v1alpha3
   */
  public static ClusterStatus of(JsonTree objects, JsonTree certificates) {
    List<JsonTree> items = objects.at("items").items();
    return new ClusterStatus(
        items.stream().filter(o -> isKind(o, "Node")).map(ClusterStatus::node).toList(),
        items.stream()
            .filter(o -> isKind(o, "Pod"))
            .map(ClusterStatus::pod)
            .filter(pod -> pod.namespace().startsWith("kube-"))
            .toList(),
        Stream.concat(
                certificates.at("certificates").items().stream().map(c -> certificate(c, false)),
                certificates.at("certificateAuthorities").items().stream()
                    .map(c -> certificate(c, true)))
            .toList());
  }

  private static boolean isKind(JsonTree object, String kind) {
    return object.at("kind").text().orElse("").equals(kind);
  }

  private static Node node(JsonTree node) {
    JsonTree ready = named(node.at("status", "conditions"), "type", "Ready");
    boolean isReady = ready.at("status").text().orElse("").equals("True");
    JsonTree info = node.at("status", "nodeInfo");
    return new Node(
        text(node, "metadata", "name"),
        isReady,
        isReady ? "" : (text(ready, "reason") + ": " + text(ready, "message")).strip(),
        roles(node),
        text(info, "kubeletVersion"),
        text(info, "containerRuntimeVersion"),
        text(named(node.at("status", "addresses"), "type", "InternalIP"), "address"));
  }

  private static String roles(JsonTree node) {
    String prefix = "node-role.kubernetes.io/";
    return String.join(
        ",",
        node.at("metadata", "labels").keys().stream()
            .filter(label -> label.startsWith(prefix))
            .map(label -> label.substring(prefix.length()))
            .sorted()
            .toList());
  }

  private static Pod pod(JsonTree pod) {
    List<JsonTree> containers = pod.at("status", "containerStatuses").items();
    long ready = containers.stream().filter(c -> c.at("ready").isTrue()).count();
    int all = pod.at("spec", "containers").items().size();
    return new Pod(
        text(pod, "metadata", "namespace"),
        text(pod, "metadata", "name"),
        ready + "/" + all,
        state(pod, containers),
        containers.stream().mapToLong(c -> c.at("restartCount").number()).sum(),
        text(pod, "spec", "nodeName"));
  }

  /** The first container that waits says why; one that nobody placed has a condition. */
  private static String state(JsonTree pod, List<JsonTree> containers) {
    return containers.stream()
        .flatMap(c -> c.at("state", "waiting", "reason").text().stream())
        .findFirst()
        .or(() ->
            named(pod.at("status", "conditions"), "status", "False")
                .at("reason")
                .text()
                .filter(reason -> reason.equals("Unschedulable")))
        .orElse(text(pod, "status", "phase"));
  }

  private static Certificate certificate(JsonTree certificate, boolean authority) {
    Optional<Instant> expires =
        certificate.at("missing").isTrue()
            ? Optional.empty()
            : certificate.at("expirationDate").text().flatMap(ClusterStatus::instant);
    return new Certificate(text(certificate, "name"), expires, authority);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static JsonTree named(JsonTree list, String key, String value) {
    return list.items().stream()
        .filter(one -> one.at(key).text().orElse("").equals(value))
        .findFirst()
        .orElse(new JsonTree(null));
  }

  private static String text(JsonTree tree, String... keys) {
    return tree.at(keys).text().orElse("");
  }

  /** Whether every node is ready. */
  public boolean isReady() {
    return !nodes.isEmpty() && nodes.stream().allMatch(Node::ready);
  }
}
