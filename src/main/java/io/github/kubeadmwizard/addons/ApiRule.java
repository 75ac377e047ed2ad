package io.github.kubeadmwizard.addons;

import java.util.List;
import java.util.Map;

/** What a role allows on resources of one API group. Source: rbac.authorization.k8s.io/v1. */
record ApiRule(String group, List<String> resources, List<String> verbs) {
  private static final List<String> READ = List.of("get", "list", "watch");

  ApiRule {
    resources = List.copyOf(resources);
    verbs = List.copyOf(verbs);
  }

  static ApiRule reading(String group, String... resources) {
    return new ApiRule(group, List.of(resources), READ);
  }

  static ApiRule updating(String group, String... resources) {
    return new ApiRule(group, List.of(resources), List.of("update"));
  }

  Map<String, Object> tree() {
    return Tree.of("apiGroups", List.of(group), "resources", resources, "verbs", verbs);
  }
}
