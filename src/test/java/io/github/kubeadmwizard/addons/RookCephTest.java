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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ceph's objects, made of upstream's manifests and of the short ones of practice. */
final class RookCephTest {
  private static final Addons ADDONS = Addons.ofThisProgram();
  private static final ObjectName CLUSTER = ObjectName.in("rook-ceph", "CephCluster", "rook-ceph");
  private static final ObjectName POOL = ObjectName.in("rook-ceph", "CephBlockPool", "replicapool");
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

  private static AddonSpec.Rook wish(Map<String, List<String>> disks, boolean filesystem) {
    return new AddonSpec.Rook(new TreeMap<>(disks), Optional.empty(), false, filesystem);
  }

  private static HostSpec host(String name, Role... roles) {
    return HostSpec.of("10.88.0." + name.substring(1), 22, "root", Set.of(roles))
        .withName(Optional.of(name));
  }

  private static List<HostSpec> hosts(int workers) {
    var hosts = new ArrayList<HostSpec>();
    hosts.add(host("n1", Role.CONTROL_PLANE));
    for (int i = 2; i < workers + 2; i++) {
      hosts.add(host("n" + i, Role.WORKER));
    }
    return hosts;
  }

  private static PreparedAddon prepared(AddonSpec.Rook wish, List<HostSpec> hosts, From from)
      throws Exception {
    var spec =
        ClusterSpec.of(KubernetesVersion.parse("1.36.4"), hosts)
            .with(new AddonsSpec(List.of(wish), List.of()));
    Map<String, Manifest> byName = new LinkedHashMap<>();
    for (ManifestWish manifest : ADDONS.manifests(spec)) {
      String name = manifest.name();
      byName.put(
          name,
          from == From.UPSTREAM
              ? Upstream.manifest(name)
              : Manifest.read(name, Assets.text("practice/manifests/" + name + ".yaml")));
    }
    return ADDONS.prepared(spec, new Manifests(byName), label -> "node-" + label).getFirst();
  }

  private static PreparedAddon threeHosts(From from) throws Exception {
    var disks =
        Map.of(
            "n2", List.of("/dev/disk/by-id/a", "/dev/disk/by-id/b"),
            "n3", List.of("/dev/disk/by-id/c"),
            "n4", List.of("/dev/sdb"));
    return prepared(wish(disks, true), hosts(3), from);
  }

  private static Manifest objects(PreparedAddon addon, String stage) {
    return addon.stages().stream()
        .filter(one -> one.id().equals("rook-" + stage))
        .findFirst()
        .orElseThrow()
        .objects();
  }

  private static Object at(Map<?, ?> tree, String... keys) {
    Object here = tree;
    for (String key : keys) {
      here = ((Map<?, ?>) here).get(key);
    }
    return here;
  }

  private static Map<?, ?> object(PreparedAddon addon, String stage, ObjectName name) {
    return objects(addon, stage).object(name).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void theClusterTakesTheNamedDisksOfTheNamedNodesAndNoOther(From from) throws Exception {
    var cluster = object(threeHosts(from), "cluster", CLUSTER);
    var storage = (Map<?, ?>) at(cluster, "spec", "storage");
    assertThat(storage.get("useAllNodes")).isEqualTo(false);
    assertThat(storage.get("useAllDevices")).isEqualTo(false);
    assertThat(storage.get("nodes"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name",
                    "node-n2",
                    "devices",
                    List.of(
                        Map.of("name", "/dev/disk/by-id/a"), Map.of("name", "/dev/disk/by-id/b"))),
                Map.of("name", "node-n3", "devices", List.of(Map.of("name", "/dev/disk/by-id/c"))),
                Map.of("name", "node-n4", "devices", List.of(Map.of("name", "/dev/sdb")))));
    assertThat(storage.keySet().stream().map(String::valueOf))
        .doesNotContainAnyElementsOf(
            List.of("deviceFilter", "devicePathFilter", "storageClassDeviceSets"));
    assertThat(at(cluster, "spec", "cleanupPolicy", "confirmation")).isEqualTo("");
    assertThat(at(cluster, "spec", "mon", "count")).isEqualTo(3L);
    assertThat(at(cluster, "spec", "mgr", "count")).isEqualTo(2L);
    assertThat(at(cluster, "spec", "placement")).isNull();
    assertThat(at(cluster, "spec", "cephConfig")).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfItSaysThatAllDevicesAreTaken(From from) throws Exception {
    for (AddonStage stage : threeHosts(from).stages()) {
      assertThat(stage.objects().text().replaceAll("(?s)openAPIV3Schema:.*?\n(?=kind|---)", ""))
          .doesNotContain("useAllDevices: true")
          .doesNotContain("useAllNodes: true");
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutAnyDiskNoneIsTaken(From from) throws Exception {
    var cluster = object(prepared(AddonSpec.Rook.DEFAULT, hosts(3), from), "cluster", CLUSTER);
    assertThat(at(cluster, "spec", "storage", "useAllDevices")).isEqualTo(false);
    assertThat(at(cluster, "spec", "storage", "nodes")).isEqualTo(List.of());
  }

  @ParameterizedTest
  @EnumSource
  void threeHostsKeepThreeCopies(From from) throws Exception {
    var pool = object(threeHosts(from), "block", POOL);
    assertThat(at(pool, "spec", "replicated"))
        .isEqualTo(Map.of("size", 3L, "requireSafeReplicaSize", true));
    assertThat(at(pool, "spec", "failureDomain")).isEqualTo("host");
  }

  @ParameterizedTest
  @EnumSource
  void oneHostKeepsOneCopyAndCephIsToldThatThisIsMeant(From from) throws Exception {
    var one = prepared(wish(Map.of("n2", List.of("/dev/sdb")), true), hosts(1), from);
    var single = Map.of("size", 1L, "requireSafeReplicaSize", false);
    assertThat(at(object(one, "block", POOL), "spec", "replicated")).isEqualTo(single);
    var cluster = object(one, "cluster", CLUSTER);
    assertThat(at(cluster, "spec", "cephConfig", "global"))
        .isEqualTo(Map.of("osd_pool_default_size", "1", "mon_warn_on_pool_no_redundancy", "false"));
    assertThat(at(cluster, "spec", "mon", "count")).isEqualTo(1L);
    assertThat(at(cluster, "spec", "mgr", "count")).isEqualTo(1L);
    var managers =
        object(one, "cluster", ObjectName.in("rook-ceph", "CephBlockPool", "builtin-mgr"));
    assertThat(at(managers, "spec")).isEqualTo(Map.of("name", ".mgr", "replicated", single));
    var shared = object(one, "filesystem", ObjectName.in("rook-ceph", "CephFilesystem", "myfs"));
    assertThat(at(shared, "spec", "metadataPool", "replicated")).isEqualTo(single);
    assertThat(at(shared, "spec", "metadataServer", "activeStandby")).isEqualTo(false);
  }

  @ParameterizedTest
  @EnumSource
  void aControlPlaneThatGivesADiskIsTolerated(From from) throws Exception {
    var addon = prepared(wish(Map.of("n1", List.of("/dev/sdb")), false), hosts(2), from);
    assertThat(at(object(addon, "cluster", CLUSTER), "spec", "placement"))
        .isEqualTo(Map.of("all", Map.of("tolerations", List.of(CONTROL_PLANE))));
    var drivers =
        object(
            addon,
            "operator",
            ObjectName.in("rook-ceph", "OperatorConfig", "ceph-csi-operator-config"));
    assertThat(at(drivers, "spec", "driverSpecDefaults", "nodePlugin", "tolerations"))
        .isEqualTo(List.of(CONTROL_PLANE));
  }

  @ParameterizedTest
  @EnumSource
  void disksAreTakenByOneStageAfterTheOperatorRuns(From from) throws Exception {
    var addon = threeHosts(from);
    assertThat(addon.beforeDisks())
        .extracting(AddonStage::id)
        .containsExactly("rook-crds", "rook-common", "rook-csi-operator", "rook-operator");
    assertThat(addon.fromDisks())
        .extracting(AddonStage::id)
        .containsExactly("rook-cluster", "rook-block", "rook-filesystem");
    assertThat(addon.stages().getLast().awaited())
        .extracting(Awaited::line)
        .containsExactly(
            "ready rook-ceph cephfilesystems.ceph.rook.io/myfs", "ceph rook-ceph rook-ceph");
  }

  @ParameterizedTest
  @EnumSource
  void theKindsStayWhileAnyObjectOfThemIsLeft(From from) throws Exception {
    assertThat(threeHosts(from).stages().getFirst().uses())
        .contains(new PreparedAddon.Use("cephclusters.ceph.rook.io", ".kind", "CephCluster"));
  }

  @Test
  void accountsAndRolesThatCephsPodsNeedAreUpstreams() throws Exception {
    var addon = threeHosts(From.UPSTREAM);
    for (var names :
        Map.of(
                "common", "rook-common",
                "csi-operator", "rook-csi-operator",
                "operator", "rook-operator",
                "crds", "rook-crds")
            .entrySet()) {
      assertThat(objects(addon, names.getKey()).objects())
          .isEqualTo(Upstream.manifest(names.getValue()).objects());
    }
  }

  @Test
  void imagesAreUpstreamsOwnAndPinned() throws Exception {
    var addon = threeHosts(From.UPSTREAM);
    assertThat(addon.stages().stream().flatMap(stage -> stage.objects().images().stream()))
        .contains("docker.io/rook/ceph:v1.20.6", "quay.io/cephcsi/ceph-csi-operator:v1.0.4");
    assertThat(addon.proof())
        .contains(
            new PreparedAddon.StorageProof(
                "rook-ceph-block", "quay.io/ceph/ceph:v20.2.4", true, false));
    var images =
        (Map<?, ?>)
            object(
                    addon,
                    "operator",
                    ObjectName.in(
                        "rook-ceph", "ConfigMap", "rook-csi-operator-image-set-configmap"))
                .get("data");
    assertThat(images.values())
        .isNotEmpty()
        .allSatisfy(image ->
            assertThat(String.valueOf(image)).matches("[a-z0-9.]+/.+:v[0-9]+\\.[0-9]+\\.[0-9]+"));
  }

  /** Its drivers' by the list that their operator is given; Ceph's by the cluster's object. */
  @Test
  void whatItsOperatorsStartIsKnownAndFollowsTheDisks() throws Exception {
    var started =
        List.of(
            "registry.k8s.io/sig-storage/csi-provisioner:v6.2.0",
            "registry.k8s.io/sig-storage/csi-attacher:v4.12.0",
            "registry.k8s.io/sig-storage/csi-resizer:v2.1.0",
            "registry.k8s.io/sig-storage/csi-snapshotter:v8.5.0",
            "registry.k8s.io/sig-storage/csi-node-driver-registrar:v2.17.0",
            "quay.io/cephcsi/cephcsi:v3.17.0",
            "quay.io/csiaddons/k8s-sidecar:v0.14.0",
            "docker.io/rook/ceph:v1.20.6",
            "quay.io/ceph/ceph:v20.2.4");
    String operator = "quay.io/cephcsi/ceph-csi-operator:v1.0.4";

    PodImages onWorkers = threeHosts(From.UPSTREAM).images();
    assertThat(onWorkers.anywhere()).isEmpty();
    assertThat(onWorkers.ordinary())
        .contains(operator)
        .containsAll(started)
        .hasSize(started.size() + 1);

    var disk = Map.of("n1", List.of("/dev/sdb"));
    PodImages besides = prepared(wish(disk, false), hosts(2), From.UPSTREAM).images();
    assertThat(besides).isEqualTo(new PodImages(started, List.of(operator)));
    assertThat(prepared(wish(disk, false), hosts(2), From.UPSTREAM).proof())
        .get()
        .extracting(PreparedAddon.StorageProof::onControlPlanes)
        .isEqualTo(true);
  }
}
