package io.github.kubeadmwizard.manifests;

import io.github.kubeadmwizard.yaml.Commented;
import io.github.kubeadmwizard.yaml.PlainTree;
import io.github.kubeadmwizard.yaml.YamlException;
import io.github.kubeadmwizard.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects of the Kubernetes API as plain trees (see {@link PlainTree}), in the order in which they
 * are applied. What is a {@code List} in the text, also of one kind such as {@code ConfigMapList},
 * stands here item by item.
 *
 * @param name where it came from, for the user: {@code calico v3.32.1}, or the user's own file
 */
public record Manifest(String name, List<Map<String, Object>> objects) {
  public Manifest {
    objects = List.copyOf(objects);
  }

  /**
   * Reads a manifest.
   *
   * @throws YamlException if it is no YAML that we take
   * @throws NoObject if a document of it is no object of the Kubernetes API
   */
  public static Manifest read(String name, String text) throws NoObject {
    var objects = new ArrayList<Map<String, Object>>();
    int number = 0;
    for (Map<String, Object> document : PlainTree.readAll(text)) {
      number++;
      for (Map<String, Object> object : items(document)) {
        if (ObjectName.of(object).isEmpty()) {
          throw new NoObject(number);
        }
        objects.add(object);
      }
    }
    return new Manifest(name, objects);
  }

  @SuppressWarnings("unchecked") // the keys of a plain tree are strings
  private static List<Map<String, Object>> items(Map<String, Object> document) {
    if (String.valueOf(document.get("kind")).endsWith("List")
        && document.get("items") instanceof List<?> items) {
      return items.stream()
          .map(item ->
              item instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.<String, Object>of())
          .toList();
    }
    return List.of(document);
  }

  /** A document, counted from 1, that has no apiVersion, kind or name. */
  public static final class NoObject extends Exception {
    private static final long serialVersionUID = 1L;
    private final int number;

    NoObject(int number) {
      super("document " + number);
      this.number = number;
    }

    /** Which document of the text, from 1. */
    public int number() {
      return number;
    }
  }

  /** The object of this name. */
  public Optional<Map<String, Object>> object(ObjectName wanted) {
    return objects.stream()
        .filter(one -> ObjectName.of(one).filter(wanted::equals).isPresent())
        .findFirst();
  }

  /** The images that its pods run, each once. */
  public List<String> images() {
    return PodSpecs.of(objects).flatMap(PodSpecs::images).distinct().toList();
  }

  /** Those of them that may have to run beside a control plane, by their pods' tolerations. */
  public List<String> imagesOnControlPlanes() {
    return PodSpecs.of(objects)
        .filter(PodSpecs::toleratesControlPlanes)
        .flatMap(PodSpecs::images)
        .distinct()
        .toList();
  }

  /**
   * The same for nodes that reach no registry: no pod asks one for an image that the node has.
   * Source: core/v1 Container, imagePullPolicy.
   */
  public Manifest withImagesAtHand() {
    Manifest copy = edit().done();
    PodSpecs.of(copy.objects()).forEach(PodSpecs::takeWhatIsThere);
    return copy;
  }

  /** Begins to change it. */
  public ManifestEditor edit() {
    return new ManifestEditor(this);
  }

  /** The objects of both. */
  public Manifest with(Manifest other) {
    return new Manifest(name, Stream.concat(objects.stream(), other.objects.stream()).toList());
  }

  /** As text, ready to be applied. */
  public String text() {
    return YamlWriter.writeAll(objects);
  }

  /** As text below a comment. */
  public String text(String comment) {
    var documents = new ArrayList<Object>(objects);
    if (!documents.isEmpty()) {
      documents.set(0, new Commented(comment, documents.getFirst()));
    }
    return YamlWriter.writeAll(documents);
  }
}
