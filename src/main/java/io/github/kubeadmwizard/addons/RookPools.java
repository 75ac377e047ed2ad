package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.manifests.EditedFields;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.ArrayList;
import java.util.Map;

/**
 * The pool and the file system that volumes come from, with as many copies as hosts can keep.
 * Source: Rook 1.20, CephBlockPool and CephFilesystem CRDs.
 */
final class RookPools {
  static final String POOL = "replicapool";
  static final String FILESYSTEM = "myfs";
  private static final ObjectName BLOCK_CLASS = ObjectName.of("StorageClass", "rook-ceph-block");

  private final AddonSpec.Rook wish;
  private final RookPlacement placement;

  RookPools(AddonSpec.Rook wish, RookPlacement placement) {
    this.wish = wish;
    this.placement = placement;
  }

  /** One copy alone has to be asked for in as many words. */
  static Map<String, Object> replicated(AddonSpec.Rook wish) {
    return Tree.of("size", wish.copies(), "requireSafeReplicaSize", wish.copies() > 1);
  }

  Manifest block(Manifest upstreams) {
    var editor = upstreams.edit();
    copies(
        editor
            .object(ObjectName.in(RookCeph.NAMESPACE, "CephBlockPool", POOL))
            .fields()
            .at("spec"));
    if (wish.defaultClass()) {
      editor
          .object(BLOCK_CLASS)
          .fields()
          .at("metadata")
          .add("annotations", Map.of("storageclass.kubernetes.io/is-default-class", "true"));
    }
    return editor.done();
  }

  /** Its class comes last, as claims may come as soon as it is there. */
  Manifest filesystem(Manifest upstreams, Manifest itsClass) {
    var editor = upstreams.edit();
    var filesystem =
        editor
            .object(ObjectName.in(RookCeph.NAMESPACE, "CephFilesystem", FILESYSTEM))
            .fields()
            .at("spec");
    copies(filesystem.at("metadataPool"));
    copies(filesystem.item("dataPools", "replicated"));
    if (placement.nodes() < 2) {
      filesystem.at("metadataServer").set("activeStandby", false);
    }
    if (!placement.tolerations().isEmpty()) {
      filesystem.at("metadataServer", "placement").add("tolerations", placement.tolerations());
    }
    var objects = new ArrayList<>(editor.done().objects());
    objects.addAll(itsClass.objects());
    return new Manifest(upstreams.name(), objects);
  }

  private void copies(EditedFields pool) {
    pool.at("replicated").set("size", (long) wish.copies());
    pool.at("replicated").set("requireSafeReplicaSize", wish.copies() > 1);
  }
}
