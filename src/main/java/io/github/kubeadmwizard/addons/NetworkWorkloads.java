package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.List;
import java.util.Map;

/** The DaemonSets of objects that are going to be applied. */
public final class NetworkWorkloads {
  private NetworkWorkloads() {}

  /** Each as {@code NAMESPACE/NAME}. */
  public static List<String> of(Layer layer) {
    return PlainTree.readAll(layer.text()).stream()
        .filter(object -> "DaemonSet".equals(object.get("kind")))
        .map(object -> object.get("metadata") instanceof Map<?, ?> metadata ? metadata : Map.of())
        .map(NetworkWorkloads::name)
        .toList();
  }

  private static String name(Map<?, ?> metadata) {
    Object namespace = metadata.get("namespace");
    return (namespace == null ? "default" : namespace) + "/" + metadata.get("name");
  }
}
