package io.github.kubeadmwizard.addons;

import java.util.List;
import java.util.Map;

/**
 * The name under which Traefik serves a dashboard: by HTTPS alone, since a token passes; Traefik
 * signs a certificate itself.
 *
 * @param service of the dashboard, and what this is called
 * @param port of the service
 */
record DashboardIngress(String namespace, String service, int port) {

  Map<String, Object> object(String host) {
    var backend = Tree.of("service", Tree.of("name", service, "port", Tree.of("number", port)));
    var path = Tree.of("path", "/", "pathType", "Prefix", "backend", backend);
    var rule = Tree.of("host", host, "http", Tree.of("paths", List.of(path)));
    return Tree.of(
        "apiVersion",
        "networking.k8s.io/v1",
        "kind",
        "Ingress",
        "metadata",
        Tree.of(
            "name",
            service,
            "namespace",
            namespace,
            "annotations",
            Map.of(Traefik.ANNOTATION + "router.entrypoints", "websecure")),
        "spec",
        Tree.of("ingressClassName", Traefik.NAME, "rules", List.of(rule)));
  }
}
