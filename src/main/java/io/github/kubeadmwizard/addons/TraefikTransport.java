package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec.Dashboard;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import java.util.Map;
import java.util.Optional;

/**
 * How Traefik leads to a Service that speaks HTTPS: by this one certificate and no other. Without
 * Traefik's own kinds, that stands in a file, which the pod has from a ConfigMap. Source: Traefik,
 * dynamic configuration, http.serversTransports; annotations of a Service.
 *
 * @param name of the transport, the ConfigMap and its file
 * @param server the name that the certificate has to have
 */
record TraefikTransport(String name, String server) {
  static final String DIRECTORY = "/etc/traefik/transports";

  /** To the retired dashboard. */
  static final TraefikTransport DASHBOARD =
      new TraefikTransport(
          KubernetesDashboard.NAME,
          KubernetesDashboard.NAME + "." + KubernetesDashboard.NAMESPACE + ".svc");

  /** The one that a cluster needs. */
  static Optional<TraefikTransport> of(ClusterSpec spec) {
    return spec.addons()
        .find(Dashboard.class)
        .filter(
            wish -> wish.kind() == Dashboard.Kind.KUBERNETES_DASHBOARD && wish.host().isPresent())
        .map(_ -> DASHBOARD);
  }

  /** Of the Service that it leads to. */
  Map<String, Object> annotations() {
    return Tree.of(
        Traefik.ANNOTATION + "service.serversscheme",
        "https",
        Traefik.ANNOTATION + "service.serverstransport",
        name + "@file");
  }

  /** JSON, which is YAML, too. */
  Generated.Reader reader() {
    String transport = "{\"serverName\": \"" + server + "\", \"rootCAs\": [@CERTIFICATE@]}";
    return new Generated.Reader(
        Traefik.NAMESPACE,
        name,
        name + ".yaml",
        "{\"http\": {\"serversTransports\": {\"" + name + "\": " + transport + "}}}");
  }

  /** What is there once the certificate is. */
  KubeObject object() {
    return new KubeObject(
        "v1", "ConfigMap", name, Optional.of(Traefik.NAMESPACE), Map.of(), Map.of());
  }
}
