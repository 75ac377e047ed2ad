package io.github.kubeadmwizard.manifests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Changes fields of a copy of a manifest, each by its name. Where a field is not as it was
 * expected, {@link EditRefused} says which of which object. Not for more than one thread.
 */
public final class ManifestEditor {
  private final String name;
  private final List<Map<String, Object>> objects = new ArrayList<>();

  ManifestEditor(Manifest manifest) {
    name = manifest.name();
    manifest.objects().forEach(object -> objects.add(copy(object)));
  }

  /** The object of this name. */
  public EditedObject object(ObjectName wanted) {
    return new EditedObject(name, wanted, find(wanted));
  }

  /** Takes an object out. */
  public ManifestEditor remove(ObjectName wanted) {
    objects.remove(find(wanted));
    return this;
  }

  /** Puts an object behind all others. */
  public ManifestEditor add(Map<String, Object> object) {
    objects.add(copy(object));
    return this;
  }

  /** Gives every container of every pod the image that this makes of its own. */
  public ManifestEditor images(UnaryOperator<String> renamed) {
    PodSpecs.of(objects)
        .flatMap(PodSpecs::containers)
        .filter(container -> container.get("image") instanceof String)
        .forEach(container ->
            container.computeIfPresent("image", (_, image) -> renamed.apply((String) image)));
    return this;
  }

  /** The changed manifest. */
  public Manifest done() {
    return new Manifest(name, objects);
  }

  private Map<String, Object> find(ObjectName wanted) {
    return objects.stream()
        .filter(one -> ObjectName.of(one).filter(wanted::equals).isPresent())
        .findFirst()
        .orElseThrow(() -> new EditRefused(name, wanted.toString(), "metadata.name"));
  }

  static Map<String, Object> copy(Map<?, ?> map) {
    var copy = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> {
      if (value != null) { // as PlainTree leaves it out
        copy.put(String.valueOf(key), copyOf(value));
      }
    });
    return copy;
  }

  static Object copyOf(Object value) {
    return switch (value) {
      case Map<?, ?> map -> copy(map);
      case List<?> items -> new ArrayList<>(items.stream().map(ManifestEditor::copyOf).toList());
      default -> value;
    };
  }
}
