package io.github.kubeadmwizard.addons;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An object of the Kubernetes API.
 *
 * @param namespace empty for what belongs to the whole cluster
 * @param body every key besides apiVersion, kind and metadata
 */
record KubeObject(
    String apiVersion,
    String kind,
    String name,
    Optional<String> namespace,
    Map<String, String> labels,
    Map<String, Object> body) {

  Map<String, Object> tree() {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("apiVersion", apiVersion);
    tree.put("kind", kind);
    tree.put("metadata", Tree.of("name", name, "namespace", namespace, "labels", labels));
    tree.putAll(body);
    return tree;
  }
}
