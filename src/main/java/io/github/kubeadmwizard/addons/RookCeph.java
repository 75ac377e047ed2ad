package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Ceph by Rook: the kinds, the operators, then a cluster on the disks that the user picked, its
 * pool and its classes. Source: Rook 1.20, Quickstart; deploy/examples.
 */
public final class RookCeph {
  /** Where all of it is. */
  public static final String NAMESPACE = "rook-ceph";

  /** Its data on hosts, besides the disks. Source: Rook, CephCluster, dataDirHostPath. */
  public static final String DATA = "/var/lib/rook";

  static final String OPERATOR = "rook-ceph-operator";

  /** Its cluster's name. */
  public static final String CLUSTER = "rook-ceph";

  /** Ceph's cluster as the API server calls it. */
  static final ObjectName CEPH_CLUSTER = ObjectName.in(NAMESPACE, "CephCluster", CLUSTER);

  private static final ObjectName DRIVER_IMAGES =
      ObjectName.in(NAMESPACE, "ConfigMap", "rook-csi-operator-image-set-configmap");
  static final String BLOCK = "rook-ceph-block";
  static final String SHARED = "rook-cephfs";

  private final AddonFacts facts;

  RookCeph(AddonFacts facts) {
    this.facts = facts;
  }

  /**
   * Ready to be installed.
   *
   * @param nodeOf a node's name by its host's label
   */
  PreparedAddon prepared(
      AddonSpec.Rook wish, ClusterSpec spec, Manifests manifests, UnaryOperator<String> nodeOf) {
    var placement = RookPlacement.of(wish, spec);
    var stages = new ArrayList<AddonStage>();
    Manifest kinds = manifests.of("rook-crds");
    stages.add(
        stage("crds", kinds, List.of(new Awaited.Kind("cephclusters.ceph.rook.io")))
            .keptBy(Kinds.uses(kinds)));
    stages.add(stage("common", manifests.of("rook-common"), List.of()));
    stages.add(
        stage(
            "csi-operator",
            Placement.fitting(manifests.of("rook-csi-operator"), spec),
            List.of(
                new Awaited.Kind("drivers.csi.ceph.io"),
                new Awaited.Kind("operatorconfigs.csi.ceph.io"),
                new Awaited.Deployment(NAMESPACE, "ceph-csi-controller-manager"))));
    stages.add(
        stage(
                "operator",
                placement.ofDrivers(Placement.fitting(manifests.of("rook-operator"), spec)),
                List.of(new Awaited.Deployment(NAMESPACE, OPERATOR)))
            .starting(placement.images(driverImages(manifests))));
    var healthy = new Awaited.Ceph(NAMESPACE, CLUSTER);
    stages.add(
        stage(
                "cluster",
                new RookCluster(wish, placement, nodeOf).of(manifests.of("rook-cluster")),
                List.of(healthy))
            .takingDisks()
            .starting(placement.images(cephImages(manifests))));
    var pools = new RookPools(wish, placement);
    stages.add(
        stage(
            "block",
            pools.block(manifests.of("rook-rbd-storageclass")),
            List.of(ready("cephblockpools", RookPools.POOL), healthy)));
    if (wish.filesystem()) {
      stages.add(
          stage(
              "filesystem",
              pools.filesystem(
                  manifests.of("rook-filesystem"), manifests.of("rook-cephfs-storageclass")),
              List.of(ready("cephfilesystems", RookPools.FILESYSTEM), healthy)));
    }
    return new PreparedAddon(
        facts.key(), facts.name(), stages, uses(), Optional.of(proof(manifests, placement)));
  }

  /** What the operator of the drivers is told to run. */
  private static List<String> driverImages(Manifests manifests) {
    var told =
        manifests.of("rook-operator").edit().object(DRIVER_IMAGES).fields().at("data").values();
    return told.stream().map(String::valueOf).toList();
  }

  /**
   * Ceph's programs; what prepares disks for them, and watches them, is of the operator's image.
   */
  private static List<String> cephImages(Manifests manifests) {
    var images = new ArrayList<>(manifests.of("rook-operator").images());
    images.add(RookCluster.image(manifests.of("rook-cluster")));
    return images;
  }

  private AddonStage stage(String id, Manifest objects, List<Awaited> awaited) {
    return new AddonStage("rook-" + id, facts.name() + ": " + id, objects, awaited);
  }

  private static Awaited ready(String kind, String name) {
    return new Awaited.ReadyPhase(NAMESPACE, kind + ".ceph.rook.io", name);
  }

  private static List<PreparedAddon.Use> uses() {
    return List.of(
        new PreparedAddon.Use("persistentvolumes", ".spec.storageClassName", BLOCK),
        new PreparedAddon.Use("persistentvolumes", ".spec.storageClassName", SHARED),
        new PreparedAddon.Use("persistentvolumeclaims", ".spec.storageClassName", BLOCK),
        new PreparedAddon.Use("persistentvolumeclaims", ".spec.storageClassName", SHARED));
  }

  /**
   * Ceph's own image, which lies on every node of Ceph already, has a shell. Where its drivers do
   * not run, nobody mounts a volume.
   */
  private static PreparedAddon.StorageProof proof(Manifests manifests, RookPlacement placement) {
    return new PreparedAddon.StorageProof(
        BLOCK,
        RookCluster.image(manifests.of("rook-cluster")),
        true,
        placement.isOnControlPlanes());
  }
}
