package io.github.kubeadmwizard.addons;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Traefik may: read what leads to Services, certificates of any namespace among them, and say
 * how that stands. Source: Traefik, reference, RBAC of both providers.
 */
final class TraefikAccess {
  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String GATEWAY = "gateway.networking.k8s.io";

  private final boolean gatewayApi;

  TraefikAccess(boolean gatewayApi) {
    this.gatewayApi = gatewayApi;
  }

  List<KubeObject> objects() {
    var account =
        new KubeObject(
            "v1",
            "ServiceAccount",
            Traefik.NAME,
            Optional.of(Traefik.NAMESPACE),
            Map.of(),
            Map.of());
    var rules = rules().stream().map(ApiRule::tree).toList();
    var role = Tree.of("apiGroup", RBAC, "kind", "ClusterRole", "name", Traefik.NAME);
    var subject =
        Tree.of("kind", "ServiceAccount", "name", Traefik.NAME, "namespace", Traefik.NAMESPACE);
    return List.of(
        account,
        ofTheCluster("ClusterRole", Tree.of("rules", rules)),
        ofTheCluster("ClusterRoleBinding", Tree.of("roleRef", role, "subjects", List.of(subject))));
  }

  private static KubeObject ofTheCluster(String kind, Map<String, Object> body) {
    return new KubeObject(RBAC + "/v1", kind, Traefik.NAME, Optional.empty(), Map.of(), body);
  }

  private List<ApiRule> rules() {
    var rules = new ArrayList<ApiRule>();
    rules.add(ApiRule.reading("", "services", "secrets", "nodes"));
    rules.add(ApiRule.reading("discovery.k8s.io", "endpointslices"));
    rules.add(ApiRule.reading("networking.k8s.io", "ingresses", "ingressclasses"));
    rules.add(ApiRule.updating("networking.k8s.io", "ingresses/status"));
    if (gatewayApi) {
      rules.add(ApiRule.reading("", "namespaces", "configmaps"));
      var kinds =
          List.of(
              "gatewayclasses",
              "gateways",
              "httproutes",
              "grpcroutes",
              "tlsroutes",
              "backendtlspolicies");
      rules.add(ApiRule.reading(GATEWAY, kinds.toArray(String[]::new)));
      rules.add(ApiRule.reading(GATEWAY, "referencegrants"));
      rules.add(
          ApiRule.updating(
              GATEWAY, kinds.stream().map(kind -> kind + "/status").toArray(String[]::new)));
    }
    return List.copyOf(rules);
  }
}
