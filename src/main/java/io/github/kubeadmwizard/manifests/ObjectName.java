package io.github.kubeadmwizard.manifests;

import java.util.Map;
import java.util.Optional;

/**
 * Which object of the Kubernetes API.
 *
 * @param kind such as {@code DaemonSet}
 * @param namespace empty for what belongs to the whole cluster, or where the object says none
 */
public record ObjectName(String kind, Optional<String> namespace, String name) {

  /** An object in a namespace. */
  public static ObjectName in(String namespace, String kind, String name) {
    return new ObjectName(kind, Optional.of(namespace), name);
  }

  /** An object of the whole cluster. */
  public static ObjectName of(String kind, String name) {
    return new ObjectName(kind, Optional.empty(), name);
  }

  /** The name of this object; empty if it says no kind or no name, as no object of the API may. */
  public static Optional<ObjectName> of(Map<String, Object> object) {
    if (object.get("apiVersion") instanceof String
        && object.get("kind") instanceof String kind
        && object.get("metadata") instanceof Map<?, ?> metadata
        && metadata.get("name") instanceof String name) {
      var namespace = metadata.get("namespace") instanceof String in ? in : null;
      return Optional.of(new ObjectName(kind, Optional.ofNullable(namespace), name));
    }
    return Optional.empty();
  }

  /** As {@code DaemonSet kube-system/calico-node}. */
  @Override
  public String toString() {
    return kind + " " + namespace.map(in -> in + "/").orElse("") + name;
  }
}
