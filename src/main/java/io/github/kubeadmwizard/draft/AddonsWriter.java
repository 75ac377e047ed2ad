package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import java.util.Map;

/** The part {@code addons} of the file. */
final class AddonsWriter {
  private AddonsWriter() {}

  static Map<String, Object> addons(AddonsSpec addons) {
    var keys = new Keys();
    for (AddonSpec.Name name : AddonsReader.KEYS) {
      addons.chosen().stream()
          .filter(addon -> addon.name() == name)
          .forEach(addon -> keys.put(name.key(), options(addon)));
    }
    return keys.putSome("manifests", addons.manifests()).map();
  }

  private static Map<String, Object> options(AddonSpec addon) {
    return switch (addon) {
      case AddonSpec.Dashboard(var kind, var access, var host) ->
          new Keys()
              .putUnless(AddonSpec.Dashboard.DEFAULT.kind(), "kind", kind)
              .putUnless(AddonSpec.Dashboard.DEFAULT.access(), "access", access)
              .put("host", host)
              .map();
      case AddonSpec.MetricsServer(boolean insecure) ->
          new Keys().putUnless(false, "kubeletInsecureTLS", insecure).map();
      case AddonSpec.LocalPath(String path, boolean defaultClass) ->
          new Keys()
              .putUnless(AddonSpec.LocalPath.USUAL_PATH, "path", path)
              .putUnless(true, "defaultClass", defaultClass)
              .map();
      case AddonSpec.Ingress(var expose, boolean gatewayApi) ->
          new Keys()
              .putUnless(AddonSpec.Ingress.DEFAULT.expose(), "expose", expose)
              .putUnless(true, "gatewayAPI", gatewayApi)
              .map();
      case AddonSpec.Nfs(String server, String share, boolean defaultClass) ->
          new Keys()
              .putUnless("", "server", server)
              .putUnless("", "share", share)
              .putUnless(false, "defaultClass", defaultClass)
              .map();
      case AddonSpec.MetalLb(var addresses) -> new Keys().putSome("addresses", addresses).map();
      case AddonSpec.Rook rook ->
          new Keys()
              .putSome("disks", rook.disks())
              .put("replicas", rook.replicas())
              .putUnless(false, "defaultClass", rook.defaultClass())
              .putUnless(false, "filesystem", rook.filesystem())
              .map();
      case AddonSpec.Prometheus wish ->
          new Keys()
              .putUnless(AddonSpec.Prometheus.DEFAULT.replicas(), "replicas", wish.replicas())
              .putUnless(AddonSpec.Prometheus.USUAL_RETENTION, "retention", wish.retention())
              .put("storageClass", wish.storageClass())
              .put("storageSize", wish.storageSize())
              .map();
      case AddonSpec.Logs(String retention, var storageClass, String storageSize) ->
          new Keys()
              .putUnless(AddonSpec.Logs.USUAL_RETENTION, "retention", retention)
              .put("storageClass", storageClass)
              .putUnless(AddonSpec.Logs.USUAL_SIZE, "storageSize", storageSize)
              .map();
      case AddonSpec.Helm _ -> Map.of();
    };
  }
}
