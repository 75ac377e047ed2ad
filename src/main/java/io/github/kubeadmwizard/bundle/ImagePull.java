package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.bundle.Web.Answer;
import io.github.kubeadmwizard.json.JsonTree;
import io.github.kubeadmwizard.manifests.ImageReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fetches one image of one architecture into an OCI image layout. What a name with a tag stands for
 * is the manifest of the architecture; one with a digest keeps what that digest is of, since a
 * runtime asks for it by that. Source: OCI Image Specification 1.1.
 */
final class ImagePull {
  private static final String ACCEPT =
      "application/vnd.oci.image.index.v1+json,"
          + " application/vnd.docker.distribution.manifest.list.v2+json,"
          + " application/vnd.oci.image.manifest.v1+json,"
          + " application/vnd.docker.distribution.manifest.v2+json";

  private final Registry registry;
  private final ImageReference reference;
  private final String architecture;
  private final Downloads downloads;

  ImagePull(Registry registry, ImageReference reference, String architecture, Downloads downloads) {
    this.registry = registry;
    this.reference = reference;
    this.architecture = architecture;
    this.downloads = downloads;
  }

  /** A document of a registry, whole. */
  private record Document(String text, String mediaType, JsonTree tree) {
    byte[] bytes() {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    String digest() {
      return "sha256:" + Digest.of(bytes());
    }
  }

  Bundle.Image pull() throws BundleFailure {
    Document named = document(reference.wanted());
    Document manifest = named.tree().at("manifests").isThere() ? ours(named) : named;
    Document target = reference.digest().isPresent() ? named : manifest;
    var blobs = new ArrayList<BundleFile>();
    blobs.add(kept(manifest));
    if (!target.equals(manifest)) {
      blobs.add(kept(target));
    }
    var wanted = new ArrayList<JsonTree>();
    wanted.add(manifest.tree().at("config"));
    wanted.addAll(manifest.tree().at("layers").items());
    for (JsonTree one : wanted) {
      BundleFile blob = blob(one);
      if (!blobs.contains(blob)) { // layers of a kind may come twice
        blobs.add(blob);
      }
    }
    return new Bundle.Image(
        reference.toString(),
        architecture,
        target.mediaType(),
        target.digest(),
        target.bytes().length,
        blobs);
  }

  private Document ours(Document index) throws BundleFailure {
    for (JsonTree one : index.tree().at("manifests").items()) {
      boolean fits =
          one.at("platform", "architecture").text().filter(architecture::equals).isPresent()
              && one.at("platform", "os").text().filter("linux"::equals).isPresent();
      if (fits) {
        return document(one.at("digest").text().orElse(""));
      }
    }
    throw BundleFailure.of(
        "bundle.imageArchitecture",
        registry.address("", "", "").getHost(),
        reference.toString(),
        architecture);
  }

  private Document document(String what) throws BundleFailure {
    var uri = registry.address(reference.repository(), "manifests", what);
    try (Answer answer = registry.get(reference.repository(), uri, Map.of("Accept", ACCEPT))) {
      if (answer.status() == 404) {
        throw BundleFailure.of(
            "bundle.imageMissing", Web.host(uri), reference.toString(), uri.toString());
      }
      if (answer.status() != 200) {
        throw Web.refused(uri, answer.status());
      }
      var text = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
      var tree = JsonTree.of(text);
      String said = answer.header("content-type").orElse("").replaceFirst(";.*$", "").strip();
      var document = new Document(text, tree.at("mediaType").text().orElse(said), tree);
      if (what.startsWith("sha256:") && !what.equals(document.digest())) {
        throw BundleFailure.of(
            "bundle.otherContent", Web.host(uri), uri.toString(), what, document.digest());
      }
      return document;
    } catch (IOException e) {
      throw Web.unreachable(uri, e);
    }
  }

  private BundleFile kept(Document document) throws BundleFailure {
    return downloads.keep(path(document.digest()), document.bytes());
  }

  private BundleFile blob(JsonTree descriptor) throws BundleFailure {
    String digest = descriptor.at("digest").text().orElse("");
    if (!digest.matches("sha256:[0-9a-f]{64}")) {
      throw BundleFailure.of(
          "bundle.imageOdd", registry.address("", "", "").getHost(), reference.toString());
    }
    var uri = registry.address(reference.repository(), "blobs", digest);
    var file = new BundleFile(path(digest), descriptor.at("size").number(), digest.substring(7));
    return downloads.fetch(
        uri,
        file,
        at ->
            registry.get(
                reference.repository(),
                uri,
                at == 0 ? Map.of() : Map.of("Range", "bytes=" + at + "-")));
  }

  private String path(String digest) {
    return layout(architecture) + "/blobs/" + digest.replace(':', '/');
  }

  /** Where the images of an architecture lie. */
  static String layout(String architecture) {
    return "images/" + architecture;
  }

  /** The index of a layout with these images. */
  static Map<String, Object> index(List<Bundle.Image> images) {
    return Map.of(
        "schemaVersion",
        2,
        "manifests",
        images.stream()
            .map(image ->
                Map.of(
                    "mediaType", image.mediaType(),
                    "digest", image.digest(),
                    "size", image.bytes(),
                    "annotations",
                        Map.of(
                            "io.containerd.image.name", image.name(),
                            "org.opencontainers.image.ref.name", image.name())))
            .toList());
  }
}
