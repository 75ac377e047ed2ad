package io.github.kubeadmwizard.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonSpec.Dashboard;
import io.github.kubeadmwizard.cluster.AddonSpec.Dashboard.Kind;
import io.github.kubeadmwizard.cluster.AddonSpec.Ingress;
import io.github.kubeadmwizard.cluster.AddonSpec.Ingress.Expose;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import io.github.kubeadmwizard.manifests.Upstream;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traefik's own objects, and the Gateway API's kinds of practice and of upstream. */
final class TraefikTest {
  private static final Addons ADDONS = Addons.ofThisProgram();

  private static PreparedAddon prepared(Ingress wish, boolean upstream) throws Exception {
    return prepared(wish, upstream, List.of());
  }

  private static PreparedAddon prepared(Ingress wish, boolean upstream, List<AddonSpec> beside)
      throws Exception {
    var host = HostSpec.of("10.88.0.11", 22, "root", Set.of(Role.CONTROL_PLANE, Role.WORKER));
    var spec =
        ClusterSpec.of(KubernetesVersion.parse("1.36.4"), List.of(host))
            .with(
                new AddonsSpec(
                    Stream.concat(Stream.<AddonSpec>of(wish), beside.stream()).toList(),
                    List.of()));
    Map<String, Manifest> byName = new LinkedHashMap<>();
    for (ManifestWish one : ADDONS.manifests(spec)) {
      byName.put(
          one.name(),
          upstream
              ? Upstream.manifest(one.name())
              : Manifest.read(
                  one.name(), Assets.text("practice/manifests/" + one.name() + ".yaml")));
    }
    return ADDONS.prepared(spec, new Manifests(byName)).getFirst();
  }

  private static Map<?, ?> object(PreparedAddon addon, ObjectName name) {
    return addon.stages().getLast().objects().object(name).orElseThrow();
  }

  private static Map<?, ?> at(Object tree, String... keys) {
    Object now = tree;
    for (String key : keys) {
      now = ((Map<?, ?>) now).get(key);
    }
    return (Map<?, ?>) now;
  }

  private static List<?> ports(PreparedAddon addon) {
    var service = object(addon, ObjectName.in("traefik", "Service", "traefik"));
    return (List<?>) at(service, "spec").get("ports");
  }

  private static List<?> args(PreparedAddon addon) {
    var deployment = object(addon, ObjectName.in("traefik", "Deployment", "traefik"));
    var containers = (List<?>) at(deployment, "spec", "template", "spec").get("containers");
    return (List<?>) at(containers.getFirst()).get("args");
  }

  @Test
  void nothingIsOpenedUnasked() throws Exception {
    var addon = prepared(Ingress.DEFAULT, false);
    var service = object(addon, ObjectName.in("traefik", "Service", "traefik"));
    assertThat(at(service, "spec").get("type")).isEqualTo("ClusterIP");
    assertThat(ports(addon))
        .isEqualTo(
            PlainTree.read(
                    """
                    ports:
                    - {name: web, port: 80, protocol: TCP, targetPort: web}
                    - {name: websecure, port: 443, protocol: TCP, targetPort: websecure}
                    """)
                .get("ports"));
    assertThat(args(addon).toString())
        .doesNotContain("api.insecure", "publishedService", "statusAddress");
  }

  @Test
  void nodePortsAreAlwaysTheSame() throws Exception {
    assertThat(ports(prepared(new Ingress(Expose.NODE_PORT, false), false)))
        .extracting(port -> at(port).get("nodePort"))
        .isEqualTo(List.of(30080L, 30443L));
  }

  @Test
  void itsAddressIsToldToIngressesAndGateways() throws Exception {
    assertThat(args(prepared(new Ingress(Expose.LOAD_BALANCER, true), false)).toString())
        .contains(
            "--providers.kubernetesIngress.ingressEndpoint.publishedService=traefik/traefik",
            "--providers.kubernetesGateway.statusAddress.service.namespace=traefik",
            "--providers.kubernetesGateway.statusAddress.service.name=traefik");
  }

  /** Of either kind: a file from a ConfigMap that comes later, and nothing for Headlamp. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void itIsToldOfTheRetiredDashboardsCertificate(boolean gatewayApi) throws Exception {
    var wish = new Ingress(Expose.CLUSTER, gatewayApi);
    var addon = prepared(wish, false, List.of(dashboard(Kind.KUBERNETES_DASHBOARD)));
    assertThat(args(addon).toString())
        .contains("--providers.file.directory=/etc/traefik/transports")
        .doesNotContain("nsecure", "skip");
    var pod =
        at(
            object(addon, ObjectName.in("traefik", "Deployment", "traefik")),
            "spec",
            "template",
            "spec");
    assertThat((List<?>) pod.get("volumes"))
        .last()
        .isEqualTo(
            Map.of(
                "name",
                "transports",
                "configMap",
                Map.of("name", "kubernetes-dashboard", "optional", true)));
    var container = at(((List<?>) pod.get("containers")).getFirst());
    assertThat((List<?>) container.get("volumeMounts"))
        .last()
        .isEqualTo(
            Map.of("name", "transports", "mountPath", "/etc/traefik/transports", "readOnly", true));
    assertThat(prepared(wish, false, List.of(dashboard(Kind.HEADLAMP))).stages().getLast())
        .isEqualTo(prepared(wish, false).stages().getLast());
  }

  private static AddonSpec dashboard(Kind kind) {
    return new Dashboard(kind, Dashboard.Access.VIEW, Optional.of("dash.example.lan"));
  }

  @Test
  void theGatewayApiComesFirstAndItsClassIsAwaited() throws Exception {
    var addon = prepared(Ingress.DEFAULT, false);
    assertThat(addon.stages()).extracting(AddonStage::id).containsExactly("gateway-api", "traefik");
    assertThat(addon.stages().getFirst().awaited())
        .hasSize(8)
        .contains(new Awaited.Kind("httproutes.gateway.networking.k8s.io"));
    assertThat(addon.stages().getLast().awaited())
        .extracting(Awaited::line)
        .containsExactly("deployments traefik traefik", "gatewayclasses - traefik");
  }

  @Test
  void upstreamsKindsAreTheSame() throws Exception {
    var kinds = prepared(Ingress.DEFAULT, true).stages().getFirst();
    assertThat(kinds.awaited())
        .isEqualTo(prepared(Ingress.DEFAULT, false).stages().getFirst().awaited());
    assertThat(kinds.objects().objects()).hasSize(10);
  }

  @Test
  void withoutTheGatewayApiThereIsNothingOfIt() throws Exception {
    var addon = prepared(new Ingress(Expose.CLUSTER, false), false);
    assertThat(addon.stages()).extracting(AddonStage::id).containsExactly("traefik");
    assertThat(addon.stages().getFirst().objects().text()).doesNotContain("gateway");
  }

  @Test
  void removalLeavesTheGatewayApiToOthers() throws Exception {
    var addon = prepared(Ingress.DEFAULT, true);
    assertThat(addon.backwards().objects())
        .extracting(object -> object.get("kind"))
        .containsExactly(
            "GatewayClass",
            "IngressClass",
            "Deployment",
            "Service",
            "ClusterRoleBinding",
            "ClusterRole",
            "ServiceAccount",
            "Namespace");
    assertThat(addon.uses())
        .extracting(PreparedAddon.Use::line)
        .containsExactly(
            "ingresses.networking.k8s.io|.spec.ingressClassName|traefik",
            "gateways.gateway.networking.k8s.io|.spec.gatewayClassName|traefik");
  }
}
