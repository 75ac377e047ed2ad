package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec.Dashboard.Access;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who somebody is that signs in to a dashboard: an account with a role of Kubernetes' own. It has
 * no lasting token; each is asked for, and ends by itself.
 *
 * @param name of the account, and of what binds it to its role
 */
record DashboardAccount(String namespace, String name, Access access) {

  List<Map<String, Object>> objects() {
    var account =
        new KubeObject("v1", "ServiceAccount", name, Optional.of(namespace), Map.of(), Map.of());
    var role =
        Tree.of(
            "apiGroup", "rbac.authorization.k8s.io",
            "kind", "ClusterRole",
            "name", access.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    var subject = Tree.of("kind", "ServiceAccount", "name", name, "namespace", namespace);
    // the API server refuses another role for a binding that is there: nobody keeps more than is
    // said
    var binding =
        new KubeObject(
            "rbac.authorization.k8s.io/v1",
            "ClusterRoleBinding",
            name,
            Optional.empty(),
            Map.of(),
            Tree.of("roleRef", role, "subjects", List.of(subject)));
    return List.of(account.tree(), binding.tree());
  }
}
