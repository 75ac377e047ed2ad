package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.YamlWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * local-path-provisioner. Its volumes lie on the node where they were first used, and pods that use
 * them run only there. Source: local-path-provisioner, README, Configuration.
 */
final class LocalPath {
  private static final String NAMESPACE = "local-path-storage";
  static final String CLASS = "local-path";
  private static final String PROVISIONER = "rancher.io/local-path";
  private static final String HELPER = "helperPod.yaml";

  private final AddonFacts facts;

  LocalPath(AddonFacts facts) {
    this.facts = facts;
  }

  PreparedAddon prepared(AddonSpec.LocalPath wish, ClusterSpec spec, Manifests manifests) {
    var editor = manifests.of(facts.manifests().getFirst()).edit();
    var configuration = editor.object(ObjectName.in(NAMESPACE, "ConfigMap", "local-path-config"));
    configuration.json(
        "config.json",
        json ->
            json.item("nodePathMap", "node", "DEFAULT_PATH_FOR_NON_LISTED_NODES")
                .set("paths", List.of(wish.path())));
    String helper = String.valueOf(configuration.fields().at("data").get(HELPER));
    configuration.data(HELPER, pinned(helper));
    editor
        .object(ObjectName.of("StorageClass", CLASS))
        .fields()
        .at("metadata")
        .put(
            "annotations",
            Map.of(
                "storageclass.kubernetes.io/is-default-class",
                String.valueOf(wish.defaultClass())));
    var stage =
        new AddonStage(
                "local-path",
                facts.name(),
                Placement.fitting(editor.done(), spec),
                List.of(new Awaited.Deployment(NAMESPACE, "local-path-provisioner")))
            // a helper goes to whatever node has the volume
            .starting(new PodImages(List.of(facts.image("helper")), List.of()));
    return new PreparedAddon(
        facts.key(),
        facts.name(),
        List.of(stage),
        List.of(
            new PreparedAddon.Use(
                "persistentvolumes",
                ".metadata.annotations.pv\\.kubernetes\\.io/provisioned-by",
                PROVISIONER),
            new PreparedAddon.Use("persistentvolumeclaims", ".spec.storageClassName", CLASS)),
        Optional.of(new PreparedAddon.StorageProof(CLASS, facts.image("helper"), false, true)));
  }

  /** The pod that makes and removes directories, with an image that stays what it is. */
  private String pinned(String pod) {
    var tree = new LinkedHashMap<>(PlainTree.read(pod));
    var spec = mapping(tree.get("spec"));
    var container = mapping(((List<?>) spec.getOrDefault("containers", List.of())).getFirst());
    container.put("image", facts.image("helper"));
    spec.put("containers", List.of(container));
    tree.put("spec", spec);
    return YamlWriter.write(tree);
  }

  private static Map<String, Object> mapping(@Nullable Object value) {
    var copy = new LinkedHashMap<String, Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, item) -> copy.put(String.valueOf(key), item));
    }
    return copy;
  }
}
