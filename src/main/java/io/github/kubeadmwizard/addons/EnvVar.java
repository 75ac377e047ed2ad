package io.github.kubeadmwizard.addons;

import java.util.Map;

/** An environment variable of a container. Source: core/v1 EnvVar. */
sealed interface EnvVar {
  Map<String, Object> tree();

  /** A value known beforehand. */
  record Value(String name, String value) implements EnvVar {
    @Override
    public Map<String, Object> tree() {
      return Tree.of("name", name, "value", value);
    }
  }

  /** A field of the pod itself, such as {@code metadata.name}. */
  record Field(String name, String path) implements EnvVar {
    @Override
    public Map<String, Object> tree() {
      return Tree.of("name", name, "valueFrom", Tree.of("fieldRef", Tree.of("fieldPath", path)));
    }
  }
}
