package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonSpec.Ingress.Expose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Traefik's pod. A Gateway's listener has the port of an entry point, so that these are 80 and 443;
 * a kernel parameter of the pod lets them be opened without root. It asks nobody for news and tells
 * nobody of itself. Source: Traefik, install configuration, entry points and global.
 */
final class TraefikDeployment {
  static final Map<String, String> LABELS = Map.of("app.kubernetes.io/name", Traefik.NAME);
  private static final long NOBODY = 65532;
  private static final String TRANSPORTS = "transports";

  private final String image;
  private final AddonSpec.Ingress wish;
  private final Optional<TraefikTransport> transport;

  TraefikDeployment(String image, AddonSpec.Ingress wish, Optional<TraefikTransport> transport) {
    this.image = image;
    this.wish = wish;
    this.transport = transport;
  }

  KubeObject object() {
    var template = Tree.of("metadata", Tree.of("labels", LABELS), "spec", pod());
    return new KubeObject(
        "apps/v1",
        "Deployment",
        Traefik.NAME,
        Optional.of(Traefik.NAMESPACE),
        LABELS,
        Tree.of("spec", Tree.of("selector", Tree.of("matchLabels", LABELS), "template", template)));
  }

  private Map<String, Object> pod() {
    var ports = Tree.of("name", "net.ipv4.ip_unprivileged_port_start", "value", "0");
    return Tree.of(
        "serviceAccountName", Traefik.NAME,
        "nodeSelector", Tree.of("kubernetes.io/os", "linux"),
        "securityContext",
            Tree.of(
                "runAsNonRoot",
                true,
                "runAsUser",
                NOBODY,
                "runAsGroup",
                NOBODY,
                "seccompProfile",
                Tree.of("type", "RuntimeDefault"),
                "sysctls",
                List.of(ports)),
        "containers", List.of(container()),
        "volumes", volumes());
  }

  private Map<String, Object> container() {
    return Tree.of(
        "name", Traefik.NAME,
        "image", image,
        "args", arguments(),
        "ports", List.of(port("web", 80), port("websecure", 443), port("ping", 8080)),
        "readinessProbe", ping(1, 5),
        "livenessProbe", ping(3, 10),
        "resources", Tree.of("requests", Tree.of("cpu", "100m", "memory", "100Mi")),
        "securityContext",
            Tree.of(
                "allowPrivilegeEscalation", false,
                "readOnlyRootFilesystem", true,
                "capabilities", Tree.of("drop", List.of("ALL"))),
        "volumeMounts", mounts());
  }

  private List<Map<String, Object>> mounts() {
    var mounts = new ArrayList<>(List.of(Tree.of("name", "tmp", "mountPath", "/tmp")));
    transport.ifPresent(_ ->
        mounts.add(
            Tree.of(
                "name", TRANSPORTS, "mountPath", TraefikTransport.DIRECTORY, "readOnly", true)));
    return mounts;
  }

  /** What the dashboard's installation makes comes after this pod, which does not wait for it. */
  private List<Map<String, Object>> volumes() {
    var volumes =
        new ArrayList<>(List.of(Tree.of("name", "tmp", "emptyDir", Tree.of("sizeLimit", "64Mi"))));
    transport.ifPresent(one ->
        volumes.add(
            Tree.of(
                "name", TRANSPORTS, "configMap", Tree.of("name", one.name(), "optional", true))));
    return volumes;
  }

  private static Map<String, Object> port(String name, int port) {
    return Tree.of("name", name, "containerPort", port, "protocol", "TCP");
  }

  /**
   * @param failures after which it counts
   * @param every seconds between two looks
   */
  private static Map<String, Object> ping(int failures, int every) {
    return Tree.of(
        "httpGet", Tree.of("path", "/ping", "port", "ping"),
        "failureThreshold", failures,
        "periodSeconds", every);
  }

  /** Without a certificate of the Ingress, HTTPS answers with one that Traefik makes. */
  private List<String> arguments() {
    var arguments =
        new ArrayList<>(
            List.of(
                "--entryPoints.web.address=:80",
                "--entryPoints.websecure.address=:443",
                "--entryPoints.websecure.http.tls=true",
                "--entryPoints.traefik.address=:8080", // by this name no Ingress answers there
                "--ping=true",
                "--log.level=INFO",
                "--global.checkNewVersion=false",
                "--global.sendAnonymousUsage=false",
                "--providers.kubernetesIngress=true"));
    transport.ifPresent(
        _ -> arguments.add("--providers.file.directory=" + TraefikTransport.DIRECTORY));
    boolean address = wish.expose() == Expose.LOAD_BALANCER;
    if (address) {
      arguments.add(
          "--providers.kubernetesIngress.ingressEndpoint.publishedService="
              + Traefik.NAMESPACE
              + "/"
              + Traefik.NAME);
    }
    if (wish.gatewayApi()) {
      arguments.add("--providers.kubernetesGateway=true");
    }
    if (wish.gatewayApi() && address) {
      String service = "--providers.kubernetesGateway.statusAddress.service.";
      arguments.add(service + "namespace=" + Traefik.NAMESPACE);
      arguments.add(service + "name=" + Traefik.NAME);
    }
    return List.copyOf(arguments);
  }
}
