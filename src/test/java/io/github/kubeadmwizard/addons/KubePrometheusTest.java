package io.github.kubeadmwizard.addons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ManifestCatalogue;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import io.github.kubeadmwizard.manifests.Upstream;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kube-prometheus, made of upstream's manifests and of the short ones of practice. */
final class KubePrometheusTest {
  private static final Addons ADDONS = Addons.ofThisProgram();
  private static final AddonSpec.Prometheus USUAL = AddonSpec.Prometheus.DEFAULT;
  private static final Map<String, String> CONTROL_PLANE =
      Map.of(
          "key", "node-role.kubernetes.io/control-plane",
          "operator", "Exists",
          "effect", "NoSchedule");

  /** Which files stand for upstream's. */
  enum From {
    UPSTREAM,
    PRACTICE
  }

  /** Upstream's kinds are large, and read once. */
  private static final Map<String, Manifest> READ = new ConcurrentHashMap<>();

  private static Manifest upstream(String name) throws Exception {
    Manifest read = READ.get(name);
    if (read == null) {
      read = Upstream.manifest(name);
      READ.put(name, read);
    }
    return read;
  }

  private static Manifest manifest(String name, From from) throws Exception {
    return from == From.UPSTREAM
        ? upstream(name)
        : Manifest.read(name, Assets.text("practice/manifests/" + name + ".yaml"));
  }

  private static ClusterSpec spec(int workers, AddonSpec... addons) {
    var hosts = new ArrayList<HostSpec>();
    hosts.add(HostSpec.of("10.88.0.11", 22, "root", Set.of(Role.CONTROL_PLANE)));
    for (int i = 0; i < workers; i++) {
      hosts.add(HostSpec.of("10.88.0." + (12 + i), 22, "root", Set.of(Role.WORKER)));
    }
    return ClusterSpec.of(KubernetesVersion.parse("1.36.4"), hosts)
        .with(new AddonsSpec(List.of(addons), List.of()));
  }

  private static PreparedAddon prepared(ClusterSpec spec, From from) throws Exception {
    Map<String, Manifest> byName = new LinkedHashMap<>();
    for (ManifestWish wish : ADDONS.manifests(spec)) {
      byName.put(wish.name(), manifest(wish.name(), from));
    }
    return ADDONS.prepared(spec, new Manifests(byName)).getLast();
  }

  private static AddonStage stage(PreparedAddon addon, String id) {
    return addon.stages().stream()
        .filter(one -> one.id().equals("prometheus-" + id))
        .findFirst()
        .orElseThrow();
  }

  private static Map<?, ?> object(PreparedAddon addon, String kind, String name) {
    return addon.stages().stream()
        .flatMap(stage -> stage.objects().objects().stream())
        .filter(one -> kind.equals(one.get("kind")) && name.equals(at(one, "metadata", "name")))
        .findFirst()
        .orElseThrow();
  }

  private static Object at(Map<?, ?> tree, String... keys) {
    Object here = tree;
    for (String key : keys) {
      here = ((Map<?, ?>) here).get(key);
    }
    return here;
  }

  private static List<String> names(PreparedAddon addon, String kind) {
    return addon.stages().stream()
        .flatMap(stage -> stage.objects().objects().stream())
        .filter(one -> kind.equals(one.get("kind")))
        .map(one -> String.valueOf(at(one, "metadata", "name")))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void kindsComeFirstAndWhatTheOperatorLooksAfterComesAfterIt(From from) throws Exception {
    var addon = prepared(spec(2, USUAL), from);
    assertThat(addon.stages())
        .extracting(AddonStage::id)
        .containsExactly(
            "prometheus-namespace",
            "prometheus-kinds",
            "prometheus-operator",
            "prometheus-programs",
            "prometheus-resources",
            "prometheus-resource-metrics",
            "prometheus-custom-metrics");
    assertThat(names(addon, "ConfigMap")).contains("adapter-config", "grafana-dashboard-nodes");
    assertThat(stage(addon, "kinds").objects().objects())
        .allMatch(Kinds::isKind)
        .hasSize(stage(addon, "kinds").awaited().size());
    assertThat(stage(addon, "resources").objects().objects())
        .allMatch(object -> object.get("apiVersion").equals("monitoring.coreos.com/v1"));
    assertThat(stage(addon, "resources").awaited())
        .extracting(Awaited::line)
        .containsExactly(
            "statefulsets monitoring alertmanager-main",
            "statefulsets monitoring prometheus-k8s",
            "deployments monitoring prometheus-adapter");
    assertThat(stage(addon, "resource-metrics").awaited())
        .extracting(Awaited::line)
        .containsExactly("apiservices - v1beta1.metrics.k8s.io", "metrics - 3");
  }

  /** What an installation applies: each of upstream's objects once, but those named here. */
  @Test
  void nothingOfUpstreamIsLostButWhatIsMeant() throws Exception {
    var addon =
        prepared(
            spec(2, new AddonSpec.Prometheus(2, "24h", Optional.empty(), Optional.empty())),
            From.UPSTREAM);
    var ours = new ArrayList<ObjectName>();
    addon.stages().subList(0, 6).forEach(stage -> ours.addAll(names(stage.objects())));
    var upstreams = new ArrayList<>(names(upstream("kube-prometheus-setup")));
    upstreams.addAll(names(upstream("kube-prometheus")));
    assertThat(upstreams).hasSize(95 + 32 + 2 + 2).containsAll(ours);
    assertThat(ours).doesNotHaveDuplicates();
    upstreams.removeAll(ours);
    assertThat(upstreams)
        .containsExactlyInAnyOrder(
            ObjectName.in("monitoring", "Secret", "alertmanager-main"),
            ObjectName.in("monitoring", "ServiceMonitor", "kube-controller-manager"),
            ObjectName.in("monitoring", "ServiceMonitor", "kube-scheduler"));
  }

  private static List<ObjectName> names(Manifest manifest) {
    return manifest.objects().stream().map(object -> ObjectName.of(object).orElseThrow()).toList();
  }

  @ParameterizedTest
  @EnumSource
  void withOneReplicaNoBudgetKeepsANodeFromBeingDrained(From from) throws Exception {
    var addon = prepared(spec(2, USUAL), from);
    var prometheus = object(addon, "Prometheus", "k8s");
    assertThat(at(prometheus, "spec", "replicas")).isEqualTo(1L);
    assertThat(at(prometheus, "spec", "retention")).isEqualTo("24h");
    assertThat(at(prometheus, "spec", "storage")).isNull();
    assertThat(at(object(addon, "Alertmanager", "main"), "spec", "replicas")).isEqualTo(1L);
    assertThat(at(object(addon, "Deployment", "prometheus-adapter"), "spec", "replicas"))
        .isEqualTo(1L);
    assertThat(names(addon, "PodDisruptionBudget")).containsExactly("alertmanager-main");
    assertThat(
            at(object(addon, "PodDisruptionBudget", "alertmanager-main"), "spec", "maxUnavailable"))
        .isEqualTo(1L);
  }

  @ParameterizedTest
  @EnumSource
  void twoReplicasKeepTheirBudgetsAndAVolumeEach(From from) throws Exception {
    var wish = new AddonSpec.Prometheus(2, "15d", Optional.of("local-path"), Optional.of("20Gi"));
    var addon = prepared(spec(2, wish), from);
    var prometheus = object(addon, "Prometheus", "k8s");
    assertThat(at(prometheus, "spec", "replicas")).isEqualTo(2L);
    assertThat(at(prometheus, "spec", "retention")).isEqualTo("15d");
    assertThat(at(prometheus, "spec", "storage"))
        .isEqualTo(
            Map.of(
                "volumeClaimTemplate",
                Map.of(
                    "spec",
                    Map.of(
                        "accessModes", List.of("ReadWriteOnce"),
                        "storageClassName", "local-path",
                        "resources", Map.of("requests", Map.of("storage", "20Gi"))))));
    assertThat(names(addon, "PodDisruptionBudget"))
        .containsExactlyInAnyOrder("alertmanager-main", "prometheus-k8s", "prometheus-adapter");
  }

  @ParameterizedTest
  @EnumSource
  void besideMetricsServerTheAdapterServesCustomMetricsOnly(From from) throws Exception {
    var beside = prepared(spec(2, AddonSpec.MetricsServer.DEFAULT, USUAL), from);
    assertThat(names(beside, "APIService"))
        .containsExactly("v1beta1.custom.metrics.k8s.io", "v1beta2.custom.metrics.k8s.io");
    assertThat(names(beside, "ClusterRole"))
        .contains("custom-metrics-server-resources")
        .doesNotContain("system:aggregated-metrics-reader", "resource-metrics-server-resources");
    assertThat(configuration(beside)).containsOnlyKeys("rules");
    var alone = prepared(spec(2, USUAL), from);
    assertThat(names(alone, "APIService"))
        .containsExactly(
            "v1beta1.metrics.k8s.io",
            "v1beta1.custom.metrics.k8s.io",
            "v1beta2.custom.metrics.k8s.io");
    assertThat(configuration(alone)).containsOnlyKeys("resourceRules", "rules");
    assertThat(configuration(alone).get("resourceRules"))
        .isEqualTo(
            PlainTree.read(
                    String.valueOf(
                        at(
                            manifest("kube-prometheus", from)
                                .object(ObjectName.in("monitoring", "ConfigMap", "adapter-config"))
                                .orElseThrow(),
                            "data",
                            "config.yaml")))
                .get("resourceRules"));
    assertThat(annotations(alone)).isNotEqualTo(annotations(beside)); // so that pods start anew
  }

  private static Map<String, Object> configuration(PreparedAddon addon) {
    return PlainTree.read(
        String.valueOf(at(object(addon, "ConfigMap", "adapter-config"), "data", "config.yaml")));
  }

  private static Object annotations(PreparedAddon addon) {
    return at(
        object(addon, "Deployment", "prometheus-adapter"),
        "spec",
        "template",
        "metadata",
        "annotations");
  }

  @Test
  void aCounterOfPodsBecomesARateAndTheRestStaysAsItIs() throws Exception {
    assertThat(configuration(prepared(spec(2, USUAL), From.PRACTICE)).get("rules"))
        .isEqualTo(
            PlainTree.read(
                    """
                    rules:
                    - seriesQuery: '{namespace!="",pod!="",job!~"apiserver|kube-dns|kubelet|kube-state-metrics|node-exporter"}'
                      seriesFilters: [{is: _total$}]
                      resources:
                        overrides:
                          namespace: {resource: namespace}
                          pod: {resource: pod}
                          service: {resource: service}
                      name: {matches: ^(.*)_total$, as: "${1}_per_second"}
                      metricsQuery: sum(rate(<<.Series>>{<<.LabelMatchers>>}[2m])) by (<<.GroupBy>>)
                    - seriesQuery: '{namespace!="",pod!="",job!~"apiserver|kube-dns|kubelet|kube-state-metrics|node-exporter"}'
                      seriesFilters: [{isNot: _total$}]
                      resources:
                        overrides:
                          namespace: {resource: namespace}
                          pod: {resource: pod}
                          service: {resource: service}
                      name: {matches: ^(.*)$}
                      metricsQuery: sum(<<.Series>>{<<.LabelMatchers>>}) by (<<.GroupBy>>)
                    """)
                .get("rules"));
  }

  @ParameterizedTest
  @EnumSource
  void grafanasPasswordIsNeitherTheKnownOneNorOurs(From from) throws Exception {
    var addon = prepared(spec(2, USUAL), from);
    var pod = (Map<?, ?>) at(object(addon, "Deployment", "grafana"), "spec", "template", "spec");
    var container = (Map<?, ?>) ((List<?>) pod.get("containers")).getFirst();
    assertThat(container.get("env"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name",
                    "GF_SECURITY_ADMIN_PASSWORD",
                    "valueFrom",
                    Map.of("secretKeyRef", Map.of("name", "grafana-admin", "key", "password")))));
    assertThat(container.get("image")).isEqualTo("docker.io/grafana/grafana:13.0.2");
    assertThat(stage(addon, "programs").generated())
        .contains(new Generated.Letters("monitoring", "grafana-admin", "password"));
    assertThat(names(addon, "Secret")).containsExactly("grafana-config", "grafana-datasources");
    assertThat(object(addon, "Secret", "grafana-config").get("stringData")).isNull();
    assertThat(at(object(addon, "Secret", "grafana-config"), "data"))
        .asInstanceOf(MAP)
        .containsKey("grafana.ini");
  }

  @ParameterizedTest
  @EnumSource
  void nobodyIsAlarmedOfWhatKubeadmKeepsOutOfReach(From from) throws Exception {
    var addon = prepared(spec(2, USUAL), from);
    assertThat(names(addon, "ServiceMonitor"))
        .contains("kubelet")
        .doesNotContain("kube-scheduler", "kube-controller-manager");
    assertThat(stage(addon, "resources").objects().text())
        .doesNotContain("kubernetes-system-scheduler", "KubeSchedulerDown")
        .doesNotContain("kubernetes-system-controller-manager", "KubeControllerManagerDown");
  }

  @ParameterizedTest
  @EnumSource
  void whereThereAreOnlyControlPlanesAllMayRunOnThem(From from) throws Exception {
    var addon = prepared(spec(0, USUAL), from);
    assertThat(at(object(addon, "Prometheus", "k8s"), "spec", "tolerations"))
        .isEqualTo(List.of(CONTROL_PLANE));
    assertThat(at(object(addon, "Alertmanager", "main"), "spec", "tolerations"))
        .isEqualTo(List.of(CONTROL_PLANE));
    assertThat(
            at(object(addon, "Deployment", "grafana"), "spec", "template", "spec", "tolerations"))
        .isEqualTo(List.of(CONTROL_PLANE));
    assertThat(
            at(
                object(addon, "DaemonSet", "node-exporter"),
                "spec",
                "template",
                "spec",
                "tolerations"))
        .isEqualTo(List.of(Map.of("operator", "Exists")));
  }

  @ParameterizedTest
  @EnumSource
  void whatOthersHaveOrUseStays(From from) throws Exception {
    var addon = prepared(spec(2, USUAL), from);
    assertThat(stage(addon, "kinds").uses())
        .contains(
            new PreparedAddon.Use(
                "servicemonitors.monitoring.coreos.com", ".kind", "ServiceMonitor"));
    assertThat(stage(addon, "namespace").uses())
        .extracting(PreparedAddon.Use::line)
        .contains("persistentvolumeclaims|.metadata.namespace|monitoring");
    assertThat(stage(addon, "namespace").claims())
        .extracting(Claim::line)
        .containsExactly(
            "namespaces|.metadata.labels.app\\.kubernetes\\.io/managed-by|kubeadm-wizard|monitoring");
    assertThat(at(object(addon, "Namespace", "monitoring"), "metadata", "labels"))
        .asInstanceOf(MAP)
        .containsEntry("app.kubernetes.io/managed-by", "kubeadm-wizard")
        .containsEntry("pod-security.kubernetes.io/warn", "privileged");
    assertThat(stage(addon, "resource-metrics").claims())
        .extracting(Claim::line)
        .containsExactly(
            "apiservices.apiregistration.k8s.io|.spec.service.namespace|monitoring|v1beta1.metrics.k8s.io");
    assertThat(stage(addon, "kinds").claims().getFirst().names())
        .isEqualTo(Kinds.names(stage(addon, "kinds").objects()));
  }

  @ParameterizedTest
  @EnumSource
  void whatTheOperatorMakesForItselfGoesLast(From from) throws Exception {
    var addon = prepared(spec(2, USUAL), from);
    assertThat(names(addon.stages().getFirst().backwards()))
        .containsExactly(
            ObjectName.of("Namespace", "monitoring"),
            ObjectName.in("kube-system", "Service", "kubelet"));
    assertThat(names(addon.stages().getFirst().objects())).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void kindsComeWithoutSentencesButWithEveryField(From from) throws Exception {
    var whole = manifest("kube-prometheus-setup", from);
    var terse = Kinds.withoutSentences(whole);
    assertThat(keys(terse.objects())).isEqualTo(keys(whole.objects()));
    assertThat(terse.text()).hasSizeLessThan(whole.text().length());
    var schema =
        prepared(spec(2, USUAL), From.PRACTICE).stages().get(1).objects().objects().getFirst();
    assertThat(at((Map<?, ?>) ((List<?>) at(schema, "spec", "versions")).getFirst(), "schema"))
        .isEqualTo(
            PlainTree.read(
                """
                openAPIV3Schema:
                  properties:
                    spec:
                      properties: {description: {type: string}}
                      type: object
                  type: object
                """));
  }

  /** All but sentences, which alone are texts under this key. */
  private static Object keys(Object tree) {
    return switch (tree) {
      case Map<?, ?> map -> {
        var kept = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
          if (!(key.equals("description") && value instanceof String)) {
            kept.put(String.valueOf(key), keys(value));
          }
        });
        yield kept;
      }
      case List<?> items -> items.stream().map(KubePrometheusTest::keys).toList();
      default -> tree;
    };
  }

  @Test
  void imagesAreThoseOfTheCatalogueAndUpstreams() throws Exception {
    var addon = prepared(spec(2, USUAL), From.UPSTREAM);
    var images = new TreeSet<String>();
    var image = Pattern.compile("(?m)image: (\\S+)$|config-reloader=([^\\s\"]+)");
    for (AddonStage stage : addon.stages().subList(2, 7)) {
      image
          .matcher(stage.objects().text())
          .results()
          .forEach(found -> images.add(found.group(1) != null ? found.group(1) : found.group(2)));
    }
    var catalogue = ManifestCatalogue.load().of("kube-prometheus").images();
    assertThat(images)
        .containsExactlyInAnyOrderElementsOf(
            catalogue.stream()
                .map(one -> one.replaceFirst("^grafana/", "docker.io/grafana/"))
                .toList());
  }

  /** What a bundle carries: all but what starts no pod. */
  @ParameterizedTest
  @EnumSource
  void whatTheOperatorStartsIsKnown(From from) throws Exception {
    assertThat(stage(prepared(spec(2, USUAL), from), "resources").images())
        .isEqualTo(
            new PodImages(
                List.of(),
                List.of(
                    "quay.io/prometheus/prometheus:v3.12.0",
                    "quay.io/prometheus/alertmanager:v0.33.0",
                    "quay.io/prometheus-operator/prometheus-config-reloader:v0.92.0")));
    var everywhere = prepared(spec(0, USUAL), From.UPSTREAM).images();
    assertThat(everywhere.ordinary()).isEmpty();
    assertThat(everywhere.anywhere())
        .containsExactlyInAnyOrderElementsOf(
            ManifestCatalogue.load().of("kube-prometheus").images().stream()
                .map(one -> one.replaceFirst("^grafana/", "docker.io/grafana/"))
                .toList());
  }

  @Test
  void portsOnNodesAreThoseOfTheCatalogue() throws Exception {
    var addon = prepared(spec(2, USUAL), From.UPSTREAM);
    var ports = new ArrayList<String>();
    for (var stage : addon.stages()) {
      Pattern.compile("hostPort: (\\d+)")
          .matcher(stage.objects().text())
          .results()
          .filter(_ -> !stage.id().equals("prometheus-kinds"))
          .forEach(found -> ports.add(found.group(1) + "/tcp"));
    }
    assertThat(ports)
        .isEqualTo(AddonCatalogue.load().of(USUAL).orElseThrow().ports())
        .containsExactly("9100/tcp");
  }

  /** Roles of the adapter and of Prometheus are upstream's, but for what is added. */
  @Test
  void rolesAreUpstreams() throws Exception {
    var addon = prepared(spec(2, USUAL), From.UPSTREAM);
    for (var upstream : upstream("kube-prometheus").objects()) {
      if (String.valueOf(upstream.get("kind")).matches("(Cluster)?Role(Binding)?")
          && !"prometheus-k8s".equals(at(upstream, "metadata", "name"))) {
        assertThat(
                object(
                    addon,
                    String.valueOf(upstream.get("kind")),
                    String.valueOf(at(upstream, "metadata", "name"))))
            .isEqualTo(upstream);
      }
    }
    assertThat(object(addon, "ClusterRole", "prometheus-k8s").get("rules"))
        .isEqualTo(
            PlainTree.read(
                    """
                    rules:
                    - {apiGroups: [""], resources: [nodes/metrics], verbs: [get]}
                    - {nonResourceURLs: [/metrics, /metrics/slis], verbs: [get]}
                    - {apiGroups: [""], resources: [services, pods], verbs: [get, list, watch]}
                    - {apiGroups: [discovery.k8s.io], resources: [endpointslices], verbs: [get, list, watch]}
                    """)
                .get("rules"));
    var subject =
        Map.of("kind", "ServiceAccount", "name", "prometheus-adapter", "namespace", "monitoring");
    assertThat(object(addon, "RoleBinding", "resource-metrics-auth-reader").get("subjects"))
        .isEqualTo(List.of(subject));
    assertThat(at(object(addon, "APIService", "v1beta2.custom.metrics.k8s.io"), "spec", "service"))
        .isEqualTo(Map.of("name", "prometheus-adapter", "namespace", "monitoring"));
  }

  /** What the catalogue says is what upstream's pods ask for, in MiB. */
  @Test
  void memoryIsWhatUpstreamsPodsAskFor() throws Exception {
    var facts = AddonCatalogue.load().of(USUAL).orElseThrow();
    for (int replicas = 1; replicas <= 2; replicas++) {
      var wish = new AddonSpec.Prometheus(replicas, "24h", Optional.empty(), Optional.empty());
      var three = spec(2, wish);
      assertThat(facts.memoryMiB(three))
          .isEqualTo(asked(prepared(three, From.UPSTREAM), 3, replicas));
    }
    assertThat(facts.memoryMiB(spec(2, USUAL))).isEqualTo(1890);
  }

  /** Source of the last: prometheus-operator, config-reloader-memory-request. */
  private static int asked(PreparedAddon addon, int nodes, int replicas) {
    int all = 0;
    for (AddonStage stage : addon.stages()) {
      for (var object : stage.objects().objects()) {
        all +=
            switch (String.valueOf(object.get("kind"))) {
              case "Deployment" ->
                  Math.toIntExact((Long) at(object, "spec", "replicas")) * pods(object);
              case "DaemonSet" -> nodes * pods(object);
              case "Prometheus", "Alertmanager" ->
                  replicas * (memory((Map<?, ?>) object.get("spec")) + 50);
              default -> 0;
            };
      }
    }
    return all;
  }

  private static int pods(Map<?, ?> object) {
    return ((List<?>) at(object, "spec", "template", "spec", "containers"))
        .stream().mapToInt(container -> memory((Map<?, ?>) container)).sum();
  }

  private static int memory(Map<?, ?> container) {
    var text = String.valueOf(at(container, "resources", "requests", "memory"));
    assertThat(text).endsWith("Mi");
    return Integer.parseInt(text.replace("Mi", ""));
  }
}
