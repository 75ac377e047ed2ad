package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonSpec.Ingress.Expose;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Traefik as objects made here, since upstream publishes a Helm chart alone; the kinds of the
 * Gateway API are upstream's. It runs without root in a namespace that forbids more. Source:
 * Traefik, providers kubernetesIngress and kubernetesGateway.
 */
final class Traefik {
  static final String NAMESPACE = "traefik";
  static final String NAME = "traefik";

  /** What its annotations begin with. */
  static final String ANNOTATION = "traefik.ingress.kubernetes.io/";

  /** In the range that Kubernetes has for them, so that people can remember them. */
  private static final int HTTP_NODE_PORT = 30080;

  private static final int HTTPS_NODE_PORT = 30443;

  private final AddonFacts facts;

  Traefik(AddonFacts facts) {
    this.facts = facts;
  }

  PreparedAddon prepared(AddonSpec.Ingress wish, ClusterSpec spec, Manifests manifests) {
    var stages = new ArrayList<AddonStage>();
    var awaited = new ArrayList<Awaited>(List.of(new Awaited.Deployment(NAMESPACE, NAME)));
    if (wish.gatewayApi()) {
      stages.add(gatewayApi(manifests));
      awaited.add(new Awaited.GatewayClass(NAME));
    }
    var objects = new Manifest(facts.name(), objects(wish, TraefikTransport.of(spec)));
    stages.add(new AddonStage(NAME, facts.name(), Placement.fitting(objects, spec), awaited));
    return new PreparedAddon(
        facts.key(),
        facts.name(),
        stages,
        List.of(
            new PreparedAddon.Use("ingresses.networking.k8s.io", ".spec.ingressClassName", NAME),
            new PreparedAddon.Use(
                "gateways.gateway.networking.k8s.io", ".spec.gatewayClassName", NAME)),
        Optional.empty());
  }

  private AddonStage gatewayApi(Manifests manifests) {
    var kinds =
        facts.manifests().stream()
            .map(manifests::of)
            .reduce(new Manifest("Gateway API", List.of()), Manifest::with);
    List<Awaited> awaited =
        kinds.objects().stream()
            .flatMap(object -> ObjectName.of(object).stream())
            .filter(name -> name.kind().equals("CustomResourceDefinition"))
            .<Awaited>map(name -> new Awaited.Kind(name.name()))
            .toList();
    return new AddonStage("gateway-api", "Gateway API", kinds, awaited);
  }

  private List<Map<String, Object>> objects(
      AddonSpec.Ingress wish, Optional<TraefikTransport> transport) {
    return Stream.of(
            Stream.of(namespace()),
            new TraefikAccess(wish.gatewayApi()).objects().stream(),
            Stream.of(
                service(wish.expose()),
                new TraefikDeployment(facts.image("program"), wish, transport).object(),
                ingressClass()),
            wish.gatewayApi() ? Stream.of(gatewayClass()) : Stream.<KubeObject>of())
        .flatMap(objects -> objects)
        .map(KubeObject::tree)
        .toList();
  }

  private static KubeObject namespace() {
    return new KubeObject(
        "v1",
        "Namespace",
        NAMESPACE,
        Optional.empty(),
        Map.of("pod-security.kubernetes.io/enforce", "restricted"),
        Map.of());
  }

  private static KubeObject service(Expose expose) {
    boolean node = expose == Expose.NODE_PORT;
    var type =
        switch (expose) {
          case CLUSTER -> "ClusterIP";
          case NODE_PORT -> "NodePort";
          case LOAD_BALANCER -> "LoadBalancer";
        };
    return new KubeObject(
        "v1",
        "Service",
        NAME,
        Optional.of(NAMESPACE),
        TraefikDeployment.LABELS,
        Tree.of(
            "spec",
            Tree.of(
                "type",
                type,
                "ipFamilyPolicy",
                "PreferDualStack",
                "selector",
                TraefikDeployment.LABELS,
                "ports",
                List.of(
                    port("web", 80, node, HTTP_NODE_PORT),
                    port("websecure", 443, node, HTTPS_NODE_PORT)))));
  }

  private static Map<String, Object> port(String name, int port, boolean node, int nodePort) {
    return Tree.of(
        "name", name,
        "port", port,
        "protocol", "TCP",
        "targetPort", name,
        "nodePort", node ? Optional.of(nodePort) : Optional.empty());
  }

  private static KubeObject ingressClass() {
    return new KubeObject(
        "networking.k8s.io/v1",
        "IngressClass",
        NAME,
        Optional.empty(),
        Map.of(),
        Tree.of("spec", Tree.of("controller", "traefik.io/ingress-controller")));
  }

  private static KubeObject gatewayClass() {
    return new KubeObject(
        "gateway.networking.k8s.io/v1",
        "GatewayClass",
        NAME,
        Optional.empty(),
        Map.of(),
        Tree.of("spec", Tree.of("controllerName", "traefik.io/gateway-controller")));
  }
}
