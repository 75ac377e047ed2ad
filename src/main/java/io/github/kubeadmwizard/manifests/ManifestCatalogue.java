package io.github.kubeadmwizard.manifests;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.manifests.UpstreamManifest.PublishedFile;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The manifests that this program was built for; data of {@code installer-assets/manifests}. */
public final class ManifestCatalogue {
  private static final List<String> FILES =
      List.of(
          "manifests/pod-networks.yaml", "manifests/addons.yaml", "manifests/kube-prometheus.yaml");

  private final List<UpstreamManifest> all;

  private ManifestCatalogue(List<UpstreamManifest> all) {
    this.all = all;
  }

  /** The one that the program brings along. */
  public static ManifestCatalogue load() {
    return Own.CATALOGUE;
  }

  /** Read once, and not before it is asked for: checks ask for each host. */
  private static final class Own {
    private static final ManifestCatalogue CATALOGUE = read();
  }

  private static ManifestCatalogue read() {
    return new ManifestCatalogue(
        FILES.stream()
            .map(Assets::text)
            .map(PlainTree::read)
            .flatMap(file -> list(file.get("manifests")))
            .map(item -> manifest((Map<?, ?>) item))
            .toList());
  }

  /** All of them, in the order of the data. */
  public List<UpstreamManifest> all() {
    return all;
  }

  /**
   * The manifest of this name.
   *
   * @throws IllegalStateException if the data has none
   */
  public UpstreamManifest of(String name) {
    return all.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("installer-assets/manifests lacks " + name));
  }

  private static Stream<?> list(@Nullable Object value) {
    return value instanceof List<?> items ? items.stream() : Stream.of();
  }

  private static UpstreamManifest manifest(Map<?, ?> data) {
    return new UpstreamManifest(
        text(data, "name"),
        text(data, "version"),
        files(data),
        list(data.get("images")).map(Object::toString).toList());
  }

  /** One by its name, or several of a folder. */
  private static List<PublishedFile> files(Map<?, ?> data) {
    Optional<URI> address =
        Optional.ofNullable(data.get("address")).map(Object::toString).map(URI::create);
    if (!(data.get("files") instanceof Map<?, ?> files)) {
      return List.of(new PublishedFile(text(data, "file"), text(data, "sha256"), address));
    }
    String folder = text(data, "folder") + "/";
    return files.entrySet().stream()
        .map(file ->
            new PublishedFile(
                folder + file.getKey(),
                String.valueOf(file.getValue()),
                address.map(base -> base.resolve(String.valueOf(file.getKey())))))
        .toList();
  }

  private static String text(Map<?, ?> data, String key) {
    if (data.get(key) instanceof String text) {
      return text;
    }
    throw new IllegalStateException("a manifest of installer-assets/manifests lacks " + key);
  }
}
