package io.github.kubeadmwizard.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.AddonSpec;
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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The objects of add-ons, made of upstream's manifests and of the short ones of practice. */
final class AddonsTest {
  private static final Addons ADDONS = Addons.ofThisProgram();

  /** Which files stand for upstream's. */
  enum From {
    UPSTREAM,
    PRACTICE
  }

  private static PreparedAddon prepared(AddonSpec addon, From from, Role... first)
      throws Exception {
    var hosts =
        List.of(
            HostSpec.of("10.88.0.11", 22, "root", Set.of(first)),
            HostSpec.of("10.88.0.12", 22, "root", Set.of(first[first.length - 1])));
    var spec =
        ClusterSpec.of(KubernetesVersion.parse("1.36.4"), hosts)
            .with(new AddonsSpec(List.of(addon), List.of()));
    Map<String, Manifest> byName = new LinkedHashMap<>();
    for (ManifestWish wish : ADDONS.manifests(spec)) {
      byName.put(wish.name(), manifest(wish.name(), from));
    }
    return ADDONS.prepared(spec, new Manifests(byName)).getFirst();
  }

  private static Manifest manifest(String name, From from) throws Exception {
    return from == From.UPSTREAM
        ? Upstream.manifest(name)
        : Manifest.read(name, Assets.text("practice/manifests/" + name + ".yaml"));
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  private static Map<?, ?> pod(Manifest manifest, ObjectName name) {
    var object = manifest.object(name).orElseThrow();
    return map(map(map(object.get("spec")).get("template")).get("spec"));
  }

  private static Map<?, ?> container(Manifest manifest, ObjectName name) {
    return map(((List<?>) pod(manifest, name).get("containers")).getFirst());
  }

  private static Manifest objects(PreparedAddon addon) {
    return addon.stages().getFirst().objects();
  }

  @ParameterizedTest
  @EnumSource
  void metricsServerTrustsTheClustersAuthorityUnlessToldOtherwise(From from) throws Exception {
    var name = ObjectName.in("kube-system", "Deployment", "metrics-server");
    var usual = prepared(AddonSpec.MetricsServer.DEFAULT, from, Role.CONTROL_PLANE, Role.WORKER);
    assertThat(objects(usual)).isEqualTo(manifest("metrics-server", from));
    assertThat(usual.stages().getFirst().awaited())
        .extracting(Awaited::line)
        .containsExactly(
            "deployments kube-system metrics-server",
            "apiservices - v1beta1.metrics.k8s.io",
            "metrics - 2");
    var insecure =
        prepared(new AddonSpec.MetricsServer(true), from, Role.CONTROL_PLANE, Role.WORKER);
    var args = (List<?>) container(objects(usual), name).get("args");
    assertThat((List<?>) container(objects(insecure), name).get("args"))
        .hasSize(args.size() + 1)
        .last()
        .isEqualTo("--kubelet-insecure-tls");
  }

  @ParameterizedTest
  @EnumSource
  void whereThereAreOnlyControlPlanesDeploymentsMayRunOnThem(From from) throws Exception {
    var name = ObjectName.in("kube-system", "Deployment", "metrics-server");
    var only = prepared(AddonSpec.MetricsServer.DEFAULT, from, Role.CONTROL_PLANE);
    assertThat(pod(objects(only), name).get("tolerations"))
        .isEqualTo(
            List.of(
                Map.of(
                    "key", "node-role.kubernetes.io/control-plane",
                    "operator", "Exists",
                    "effect", "NoSchedule")));
  }

  @ParameterizedTest
  @EnumSource
  void localPathHasTheUsersDirectoryTheDefaultClassAndAnImageThatStays(From from) throws Exception {
    var addon = prepared(new AddonSpec.LocalPath("/srv/volumes", true), from, Role.WORKER);
    var data =
        map(
            objects(addon)
                .object(ObjectName.in("local-path-storage", "ConfigMap", "local-path-config"))
                .orElseThrow()
                .get("data"));
    assertThat(PlainTree.read(String.valueOf(data.get("config.json"))))
        .isEqualTo(
            Map.of(
                "nodePathMap",
                List.of(
                    Map.of(
                        "node",
                        "DEFAULT_PATH_FOR_NON_LISTED_NODES",
                        "paths",
                        List.of("/srv/volumes")))));
    var helper = PlainTree.read(String.valueOf(data.get("helperPod.yaml")));
    assertThat(map(((List<?>) map(helper.get("spec")).get("containers")).getFirst()).get("image"))
        .isEqualTo("docker.io/library/busybox:1.37.0");
    var storage = objects(addon).object(ObjectName.of("StorageClass", "local-path")).orElseThrow();
    assertThat(map(storage.get("metadata")).get("annotations"))
        .isEqualTo(Map.of("storageclass.kubernetes.io/is-default-class", "true"));
    assertThat(addon.proof())
        .contains(
            new PreparedAddon.StorageProof(
                "local-path", "docker.io/library/busybox:1.37.0", false, true));
  }

  @ParameterizedTest
  @EnumSource
  void nfsHasAClassOfTheUsersServerAfterItsPrograms(From from) throws Exception {
    var wish = new AddonSpec.Nfs("10.88.0.5", "/srv/kubernetes", true);
    var addon = prepared(wish, from, Role.CONTROL_PLANE, Role.WORKER);
    var files = List.of("rbac", "driverinfo", "controller", "node");
    var upstream = new java.util.ArrayList<Map<String, Object>>();
    for (String file : files) {
      upstream.addAll(manifest("csi-nfs-" + file, from).objects());
    }
    assertThat(objects(addon).objects()).isEqualTo(upstream);
    assertThat(addon.stages().getFirst().awaited())
        .extracting(Awaited::line)
        .containsExactly(
            "deployments kube-system csi-nfs-controller", "daemonsets kube-system csi-nfs-node");
    assertThat(addon.stages().getLast().objects().objects())
        .containsExactly(
            Map.of(
                "apiVersion", "storage.k8s.io/v1",
                "kind", "StorageClass",
                "metadata",
                    Map.of(
                        "name",
                        "nfs",
                        "annotations",
                        Map.of("storageclass.kubernetes.io/is-default-class", "true")),
                "provisioner", "nfs.csi.k8s.io",
                "parameters", Map.of("server", "10.88.0.5", "share", "/srv/kubernetes"),
                "reclaimPolicy", "Delete",
                "volumeBindingMode", "Immediate",
                "allowVolumeExpansion", true,
                "mountOptions", List.of("nfsvers=4.1")));
    assertThat(addon.proof())
        .contains(
            new PreparedAddon.StorageProof("nfs", "docker.io/library/busybox:1.37.0", true, true));
    assertThat(addon.uses())
        .extracting(PreparedAddon.Use::line)
        .containsExactly(
            "persistentvolumes|.spec.csi.driver|nfs.csi.k8s.io",
            "persistentvolumeclaims|.spec.storageClassName|nfs");
  }

  @ParameterizedTest
  @EnumSource
  void headlampHasAFixedImageAnAccountAndNoLastingToken(From from) throws Exception {
    var addon = prepared(AddonSpec.Dashboard.DEFAULT, from, Role.WORKER);
    var name = ObjectName.in("kube-system", "Deployment", "headlamp");
    assertThat(objects(addon).images()).containsExactly("ghcr.io/headlamp-k8s/headlamp:v0.45.0");
    assertThat(container(objects(addon), name).get("env"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .contains(
            Map.of("name", "HEADLAMP_CONFIG_TRACING_ENABLED", "value", "false"),
            Map.of("name", "HEADLAMP_CONFIG_SERVICE_VERSION", "value", "v0.45.0"));
    assertThat(objects(addon).objects()).noneMatch(object -> object.get("kind").equals("Secret"));
    assertThat(
            objects(addon).object(ObjectName.in("kube-system", "ServiceAccount", "headlamp-admin")))
        .isPresent();
    assertThat(role(objects(addon), "headlamp-admin")).isEqualTo("cluster-admin");
  }

  @ParameterizedTest
  @EnumSource
  void headlampIsServedUnderANameOnWish(From from) throws Exception {
    var wish =
        new AddonSpec.Dashboard(
            AddonSpec.Dashboard.Kind.HEADLAMP,
            AddonSpec.Dashboard.Access.VIEW,
            java.util.Optional.of("dash.example.lan"));
    var ingress =
        objects(prepared(wish, from, Role.WORKER))
            .object(ObjectName.in("kube-system", "Ingress", "headlamp"))
            .orElseThrow();
    assertThat(map(ingress.get("metadata")).get("annotations"))
        .isEqualTo(Map.of("traefik.ingress.kubernetes.io/router.entrypoints", "websecure"));
    assertThat(ingress.get("spec"))
        .isEqualTo(
            PlainTree.read(
                """
                ingressClassName: traefik
                rules:
                - host: dash.example.lan
                  http:
                    paths:
                    - path: /
                      pathType: Prefix
                      backend: {service: {name: headlamp, port: {number: 80}}}
                """));
    assertThat(objects(prepared(AddonSpec.Dashboard.DEFAULT, from, Role.WORKER)).objects())
        .noneMatch(object -> object.get("kind").equals("Ingress"));
  }

  private static Object role(Manifest manifest, String binding) {
    var object = manifest.object(ObjectName.of("ClusterRoleBinding", binding)).orElseThrow();
    return map(object.get("roleRef")).get("name");
  }

  @ParameterizedTest
  @EnumSource
  void theRetiredDashboardIsUpstreamsWithAnAccount(From from) throws Exception {
    var wish =
        new AddonSpec.Dashboard(
            AddonSpec.Dashboard.Kind.KUBERNETES_DASHBOARD, AddonSpec.Dashboard.Access.VIEW);
    var addon = prepared(wish, from, Role.WORKER);
    var upstream = manifest("kubernetes-dashboard", from).objects();
    assertThat(objects(addon).objects().subList(0, upstream.size())).isEqualTo(upstream);
    assertThat(role(objects(addon), "dashboard-admin")).isEqualTo("view");
  }

  /** The certificate first, then pods that take it; Traefik is told how to trust it. */
  @ParameterizedTest
  @EnumSource
  void theRetiredDashboardIsServedUnderANameByItsOwnCertificate(From from) throws Exception {
    var wish =
        new AddonSpec.Dashboard(
            AddonSpec.Dashboard.Kind.KUBERNETES_DASHBOARD,
            AddonSpec.Dashboard.Access.VIEW,
            java.util.Optional.of("dash.example.lan"));
    var addon = prepared(wish, from, Role.WORKER);
    String space = "kubernetes-dashboard";
    assertThat(addon.stages())
        .extracting(AddonStage::id)
        .containsExactly("dashboard-certificate", space);
    var first = addon.stages().getFirst();
    assertThat(first.objects().objects())
        .containsExactly(
            manifest(space, from).object(ObjectName.of("Namespace", space)).orElseThrow());
    assertThat(first.generated())
        .contains(
            new Generated.Certificate(
                space,
                "kubernetes-dashboard-certs",
                "dashboard.crt",
                "dashboard.key",
                "kubernetes-dashboard.kubernetes-dashboard.svc",
                new Generated.Reader(
                    "traefik",
                    space,
                    "kubernetes-dashboard.yaml",
                    "{\"http\": {\"serversTransports\": {\"kubernetes-dashboard\": {\"serverName\":"
                        + " \"kubernetes-dashboard.kubernetes-dashboard.svc\","
                        + " \"rootCAs\": [@CERTIFICATE@]}}}}")));
    assertThat(first.backwards().objects().getLast())
        .isEqualTo(
            Map.of(
                "apiVersion", "v1",
                "kind", "ConfigMap",
                "metadata", Map.of("name", space, "namespace", "traefik")));
    var rest = addon.stages().getLast().objects();
    assertThat(rest.objects())
        .noneMatch(object -> object.get("kind").equals("Namespace"))
        .noneMatch(object -> map(object.get("metadata")).get("name").equals(space + "-certs"));
    assertThat((List<?>) container(rest, ObjectName.in(space, "Deployment", space)).get("args"))
        .isEqualTo(
            List.of(
                "--tls-cert-file=dashboard.crt",
                "--namespace=kubernetes-dashboard",
                "--tls-key-file=dashboard.key"));
    var service = rest.object(ObjectName.in(space, "Service", space)).orElseThrow();
    assertThat(map(service.get("metadata")).get("annotations"))
        .isEqualTo(
            Map.of(
                "traefik.ingress.kubernetes.io/service.serversscheme", "https",
                "traefik.ingress.kubernetes.io/service.serverstransport",
                    "kubernetes-dashboard@file"));
    var ingress = rest.object(ObjectName.in(space, "Ingress", space)).orElseThrow();
    assertThat(map(ingress.get("metadata")).get("annotations"))
        .isEqualTo(Map.of("traefik.ingress.kubernetes.io/router.entrypoints", "websecure"));
    assertThat(ingress.get("spec"))
        .isEqualTo(
            PlainTree.read(
                """
                ingressClassName: traefik
                rules:
                - host: dash.example.lan
                  http:
                    paths:
                    - path: /
                      pathType: Prefix
                      backend: {service: {name: kubernetes-dashboard, port: {number: 443}}}
                """));
    assertThat(addon.stages().getLast().awaited())
        .extracting(Awaited::line)
        .endsWith("page traefik traefik/dash.example.lan");
  }

  @ParameterizedTest
  @EnumSource
  void metalLbsPoolComesAfterItsKindsAndPrograms(From from) throws Exception {
    var wish = new AddonSpec.MetalLb(List.of("10.88.0.200-10.88.0.220"));
    var addon = prepared(wish, from, Role.CONTROL_PLANE, Role.WORKER);
    assertThat(objects(addon)).isEqualTo(manifest("metallb-native", from));
    assertThat(addon.stages().getFirst().awaited())
        .extracting(Awaited::line)
        .containsExactly(
            "crds - ipaddresspools.metallb.io",
            "crds - l2advertisements.metallb.io",
            "deployments metallb-system controller",
            "daemonsets metallb-system speaker");
    assertThat(addon.stages().getLast().objects().objects())
        .extracting(object -> object.get("kind"), object -> object.get("spec"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "IPAddressPool", Map.of("addresses", List.of("10.88.0.200-10.88.0.220"))),
            org.assertj.core.groups.Tuple.tuple(
                "L2Advertisement", Map.of("ipAddressPools", List.of("kubeadm-wizard"))));
    var only = prepared(wish, from, Role.CONTROL_PLANE);
    var speaker = ObjectName.in("metallb-system", "DaemonSet", "speaker");
    assertThat((List<?>) container(objects(only), speaker).get("args"))
        .last()
        .isEqualTo("--ignore-exclude-lb");
  }

  @ParameterizedTest
  @EnumSource
  void backwardsTheLastObjectComesFirst(From from) throws Exception {
    var wish = new AddonSpec.MetalLb(List.of("10.88.0.200-10.88.0.220"));
    var addon = prepared(wish, from, Role.WORKER);
    assertThat(addon.backwards().objects().getFirst().get("kind")).isEqualTo("L2Advertisement");
    assertThat(addon.backwards().objects().getLast())
        .isEqualTo(objects(addon).objects().getFirst());
  }

  /** What upstream's programs start by themselves is named by no pod. */
  @ParameterizedTest
  @MethodSource
  void everyImageOfItIsKnownAndWhereItRuns(
      AddonSpec addon, List<String> anywhere, List<String> ordinary) throws Exception {
    var images = prepared(addon, From.UPSTREAM, Role.CONTROL_PLANE, Role.WORKER).images();
    assertThat(images).isEqualTo(new PodImages(anywhere, ordinary));
    assertThat(images.on(false)).isEqualTo(anywhere);
    assertThat(images.on(true)).containsAll(anywhere).containsAll(ordinary);
  }

  static Stream<Arguments> everyImageOfItIsKnownAndWhereItRuns() {
    String csi = "registry.k8s.io/sig-storage/";
    return Stream.of(
        Arguments.of(
            AddonSpec.MetricsServer.DEFAULT,
            List.of(),
            List.of("registry.k8s.io/metrics-server/metrics-server:v0.9.0")),
        Arguments.of(
            AddonSpec.LocalPath.DEFAULT,
            List.of("docker.io/library/busybox:1.37.0"),
            List.of("docker.io/rancher/local-path-provisioner:v0.0.37")),
        Arguments.of(
            new AddonSpec.Nfs("10.88.0.5", "/srv/kubernetes", true),
            List.of(
                csi + "csi-provisioner:v6.3.0",
                csi + "csi-resizer:v2.2.0",
                csi + "csi-snapshotter:v8.6.0",
                csi + "livenessprobe:v2.19.0",
                csi + "nfsplugin:v4.13.4",
                csi + "csi-node-driver-registrar:v2.17.0",
                "docker.io/library/busybox:1.37.0"),
            List.of()),
        Arguments.of(
            new AddonSpec.MetalLb(List.of("10.88.0.200-10.88.0.220")),
            List.of("quay.io/metallb/speaker:v0.16.1"),
            List.of("quay.io/metallb/controller:v0.16.1")),
        Arguments.of(
            AddonSpec.Dashboard.DEFAULT,
            List.of(),
            List.of("ghcr.io/headlamp-k8s/headlamp:v0.45.0")));
  }
}
