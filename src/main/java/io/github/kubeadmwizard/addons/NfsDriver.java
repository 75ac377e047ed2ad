package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.Manifests;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The CSI driver for NFS, with a class of volumes on the user's server: each is a directory of its
 * own in the share. The driver brings the program that mounts; the node brings the kernel's part.
 * Source: csi-driver-nfs, deploy and docs/driver-parameters.md.
 */
final class NfsDriver {
  private static final String NAMESPACE = "kube-system";
  private static final String DRIVER = "nfs.csi.k8s.io";
  static final String CLASS = "nfs";

  private final AddonFacts facts;

  NfsDriver(AddonFacts facts) {
    this.facts = facts;
  }

  PreparedAddon prepared(AddonSpec.Nfs wish, ClusterSpec spec, Manifests manifests) {
    var programs =
        facts.manifests().stream()
            .map(manifests::of)
            .reduce(new Manifest(facts.name(), List.of()), Manifest::with);
    var driver =
        new AddonStage(
            "nfs",
            facts.name(),
            Placement.fitting(programs, spec),
            List.of(
                new Awaited.Deployment(NAMESPACE, "csi-nfs-controller"),
                new Awaited.DaemonSet(NAMESPACE, "csi-nfs-node")));
    var storage =
        new AddonStage(
            "nfs-class",
            facts.name() + ": " + wish.server() + ":" + wish.share(),
            new Manifest("class", List.of(storageClass(wish))),
            List.of());
    return new PreparedAddon(
        facts.key(),
        facts.name(),
        List.of(driver, storage),
        List.of(
            new PreparedAddon.Use("persistentvolumes", ".spec.csi.driver", DRIVER),
            new PreparedAddon.Use("persistentvolumeclaims", ".spec.storageClassName", CLASS)),
        Optional.of(new PreparedAddon.StorageProof(CLASS, facts.image("test"), true, true)));
  }

  /** 4.1 needs one port of the server and no other service; older versions need rpcbind. */
  private static Map<String, Object> storageClass(AddonSpec.Nfs wish) {
    var isDefault =
        Map.of("storageclass.kubernetes.io/is-default-class", String.valueOf(wish.defaultClass()));
    return Tree.of(
        "apiVersion",
        "storage.k8s.io/v1",
        "kind",
        "StorageClass",
        "metadata",
        Tree.of("name", CLASS, "annotations", isDefault),
        "provisioner",
        DRIVER,
        "parameters",
        Tree.of("server", wish.server(), "share", wish.share()),
        "reclaimPolicy",
        "Delete",
        "volumeBindingMode",
        "Immediate",
        "allowVolumeExpansion",
        true,
        "mountOptions",
        List.of("nfsvers=4.1"));
  }
}
