package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of {@code bundle.json}: the list of what a bundle holds. */
final class BundleText {
  static final int FORMAT = 1;

  private BundleText() {}

  static String of(Bundle bundle) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("format", FORMAT);
    tree.put("kubernetes", bundle.kubernetes());
    tree.put("packages", bundle.packages().stream().map(BundleText::packages).toList());
    tree.put(
        "programs",
        bundle.programs().stream()
            .map(p -> ordered("url", p.url(), "file", file(p.file())))
            .toList());
    tree.put("images", bundle.images().stream().map(BundleText::image).toList());
    tree.put("manifests", files(bundle.manifests()));
    tree.put("reached", bundle.reached());
    return Json.pretty(tree) + "\n";
  }

  private static Map<String, Object> packages(Bundle.Packages packages) {
    return ordered(
        "target",
        packages.target().toString(),
        "packages",
        packages.names(),
        "assumed",
        packages.assumed(),
        "repositories",
        packages.repositories().stream().map(BundleText::repository).toList());
  }

  private static Map<String, Object> repository(Bundle.Repository repository) {
    return ordered(
        "folder",
        repository.folder(),
        "suite",
        repository.suite(),
        "components",
        repository.components(),
        "key",
        repository.key().orElse(""),
        "files",
        files(repository.files()));
  }

  private static Map<String, Object> image(Bundle.Image image) {
    return ordered(
        "name",
        image.name(),
        "architecture",
        image.architecture(),
        "mediaType",
        image.mediaType(),
        "digest",
        image.digest(),
        "bytes",
        image.bytes(),
        "blobs",
        files(image.blobs()));
  }

  private static List<Map<String, Object>> files(List<BundleFile> files) {
    return files.stream().map(BundleText::file).toList();
  }

  private static Map<String, Object> file(BundleFile file) {
    return ordered("path", file.path(), "bytes", file.bytes(), "sha256", file.sha256());
  }

  private static Map<String, Object> ordered(Object... pairs) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return map;
  }

  /**
   * What the text says.
   *
   * @throws IllegalArgumentException if it is not such a text
   */
  static Bundle read(String text) {
    JsonTree tree = JsonTree.of(text);
    if (tree.at("format").number() != FORMAT) {
      throw new IllegalArgumentException("format " + tree.at("format").text().orElse("?"));
    }
    return new Bundle(
        said(tree, "kubernetes"),
        tree.at("packages").items().stream().map(BundleText::readPackages).toList(),
        tree.at("programs").items().stream()
            .map(p -> new Bundle.Program(said(p, "url"), readFile(p.at("file"))))
            .toList(),
        tree.at("images").items().stream().map(BundleText::readImage).toList(),
        tree.at("manifests").items().stream().map(BundleText::readFile).toList(),
        texts(tree.at("reached")));
  }

  private static Bundle.Packages readPackages(JsonTree tree) {
    return new Bundle.Packages(
        Target.parse(said(tree, "target"))
            .orElseThrow(() -> new IllegalArgumentException("target")),
        texts(tree.at("packages")),
        texts(tree.at("assumed")),
        tree.at("repositories").items().stream().map(BundleText::readRepository).toList());
  }

  private static Bundle.Repository readRepository(JsonTree tree) {
    return new Bundle.Repository(
        said(tree, "folder"),
        said(tree, "suite"),
        texts(tree.at("components")),
        tree.at("key").text().filter(key -> !key.isEmpty()).or(Optional::empty),
        tree.at("files").items().stream().map(BundleText::readFile).toList());
  }

  private static Bundle.Image readImage(JsonTree tree) {
    return new Bundle.Image(
        said(tree, "name"),
        said(tree, "architecture"),
        said(tree, "mediaType"),
        said(tree, "digest"),
        tree.at("bytes").number(),
        tree.at("blobs").items().stream().map(BundleText::readFile).toList());
  }

  private static BundleFile readFile(JsonTree tree) {
    return new BundleFile(said(tree, "path"), tree.at("bytes").number(), said(tree, "sha256"));
  }

  private static List<String> texts(JsonTree list) {
    return list.items().stream().flatMap(item -> item.text().stream()).toList();
  }

  private static String said(JsonTree tree, String key) {
    return tree.at(key).text().orElseThrow(() -> new IllegalArgumentException(key));
  }
}
