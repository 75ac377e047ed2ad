package io.github.kubeadmwizard.addons;

import java.util.List;
import java.util.Map;

/** What a role allows on a resource of the core group. Source: rbac.authorization.k8s.io/v1. */
record PolicyRule(String resource, List<String> verbs) {
  Map<String, Object> tree() {
    return Tree.of("apiGroups", List.of(""), "resources", List.of(resource), "verbs", verbs);
  }
}
