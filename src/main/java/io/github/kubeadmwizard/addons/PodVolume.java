package io.github.kubeadmwizard.addons;

import java.util.Map;

/** A volume of a pod. Source: core/v1 Volume. */
sealed interface PodVolume {
  String name();

  Map<String, Object> tree();

  /** A directory of the node. */
  record Directory(String name, String path) implements PodVolume {
    @Override
    public Map<String, Object> tree() {
      return Tree.of("name", name, "hostPath", Tree.of("path", path));
    }
  }

  /** A file of the node, made empty where it is not there. */
  record File(String name, String path) implements PodVolume {
    @Override
    public Map<String, Object> tree() {
      return Tree.of("name", name, "hostPath", Tree.of("path", path, "type", "FileOrCreate"));
    }
  }

  /** The keys of a ConfigMap as files. */
  record Configuration(String name, String configMap) implements PodVolume {
    @Override
    public Map<String, Object> tree() {
      return Tree.of("name", name, "configMap", Tree.of("name", configMap));
    }
  }

  /** Where a container sees it. */
  default Map<String, Object> at(String path) {
    return Tree.of("name", name(), "mountPath", path);
  }
}
