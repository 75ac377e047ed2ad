package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Upstream's CephCluster on named disks of named nodes. Upstream's file takes every blank disk of
 * every node; here no disk is taken that was not named. Source: Rook 1.20, CephCluster CRD.
 */
final class RookCluster {
  private static final int MONITORS = 3;
  private static final int MANAGERS = 2;

  private final AddonSpec.Rook wish;
  private final RookPlacement placement;
  private final UnaryOperator<String> nodeOf;

  RookCluster(AddonSpec.Rook wish, RookPlacement placement, UnaryOperator<String> nodeOf) {
    this.wish = wish;
    this.placement = placement;
    this.nodeOf = nodeOf;
  }

  Manifest of(Manifest upstreams) {
    var editor = upstreams.edit();
    var cluster = editor.object(RookCeph.CEPH_CLUSTER).fields().at("spec");
    cluster
        .at("storage")
        .set("useAllNodes", false)
        .set("useAllDevices", false)
        .add("nodes", nodes());
    cluster.set("dataDirHostPath", RookCeph.DATA);
    cluster.at("mon").set("count", placement.nodes() < MONITORS ? 1L : MONITORS);
    cluster.at("mgr").set("count", (long) Math.clamp(placement.nodes(), 1, MANAGERS));
    cluster.at("cleanupPolicy").set("confirmation", "");
    if (!placement.tolerations().isEmpty()) {
      cluster.add("placement", Tree.of("all", Tree.of("tolerations", placement.tolerations())));
    }
    if (wish.copies() < AddonSpec.Rook.USUAL_REPLICAS) {
      cluster.add("cephConfig", Tree.of("global", ofFewCopies()));
      editor.add(managersPool());
    }
    return editor.done();
  }

  private List<Map<String, Object>> nodes() {
    var nodes = new ArrayList<Map<String, Object>>();
    wish.disks()
        .forEach((host, paths) -> {
          var devices = paths.stream().map(path -> Tree.of("name", path)).toList();
          nodes.add(Tree.of("name", nodeOf.apply(host), "devices", devices));
        });
    return nodes;
  }

  /** Ceph's own pools, too, have no more copies than there are hosts. */
  private Map<String, Object> ofFewCopies() {
    return Tree.of(
        "osd_pool_default_size",
        String.valueOf(wish.copies()),
        "mon_warn_on_pool_no_redundancy",
        wish.copies() == 1 ? Optional.of("false") : Optional.empty());
  }

  private Map<String, Object> managersPool() {
    return new KubeObject(
            "ceph.rook.io/v1",
            "CephBlockPool",
            "builtin-mgr",
            Optional.of(RookCeph.NAMESPACE),
            Map.of(),
            Tree.of("spec", Tree.of("name", ".mgr", "replicated", RookPools.replicated(wish))))
        .tree();
  }

  /** The image of Ceph itself. */
  static String image(Manifest upstreams) {
    return String.valueOf(
        upstreams
            .edit()
            .object(RookCeph.CEPH_CLUSTER)
            .fields()
            .at("spec", "cephVersion")
            .get("image"));
  }
}
