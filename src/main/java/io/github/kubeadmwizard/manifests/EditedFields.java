package io.github.kubeadmwizard.manifests;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mapping within an object that is being changed. It knows its way from the object's root, so
 * that a failure names the field whole.
 */
public final class EditedFields {
  private final String manifest;
  private final String object;
  private final String path;
  private final Map<String, Object> fields;

  EditedFields(String manifest, String object, String path, Map<String, Object> fields) {
    this.manifest = manifest;
    this.object = object;
    this.path = path;
    this.fields = fields;
  }

  /** The mapping under these keys; each has to be there. */
  public EditedFields at(String... keys) {
    EditedFields here = this;
    for (String key : keys) {
      here = here.within(key, here.fields.get(key));
    }
    return here;
  }

  /** The mapping of a list's item that has this value under {@code name}. */
  public EditedFields item(String list, String name) {
    return item(list, "name", name);
  }

  /** The mapping of a list's item that has this value under this key. */
  public EditedFields item(String list, String key, String value) {
    String field = list + "[" + value + "]";
    return within(
        field,
        items(list).stream()
            .filter(one -> one instanceof Map<?, ?> map && value.equals(map.get(key)))
            .findFirst()
            .orElseThrow(() -> refused(field)));
  }

  /** Replaces a value; the key has to be there. */
  public EditedFields set(String key, Object value) {
    if (!fields.containsKey(key)) {
      throw refused(key);
    }
    fields.put(key, ManifestEditor.copyOf(value));
    return this;
  }

  /** Gives a value to a key that must not be there yet. */
  public EditedFields add(String key, Object value) {
    if (fields.containsKey(key)) {
      throw refused(key);
    }
    fields.put(key, ManifestEditor.copyOf(value));
    return this;
  }

  /** Gives a value to a key, whether it is there or not. */
  public EditedFields put(String key, Object value) {
    fields.put(key, ManifestEditor.copyOf(value));
    return this;
  }

  /** Takes a key out; it has to be there. */
  public EditedFields remove(String key) {
    if (fields.remove(key) == null) {
      throw refused(key);
    }
    return this;
  }

  /** Puts an item behind those of a list; the list has to be there. */
  public EditedFields append(String list, Object item) {
    items(list).add(ManifestEditor.copyOf(item));
    return this;
  }

  /** Takes the item out of a list that has this value under {@code name}; it has to be there. */
  public EditedFields removeItem(String list, String name) {
    if (!items(list)
        .removeIf(one -> one instanceof Map<?, ?> map && name.equals(map.get("name")))) {
      throw refused(list + "[" + name + "]");
    }
    return this;
  }

  /** What stands under a key now. */
  public @Nullable Object get(String key) {
    return fields.get(key);
  }

  /** What stands under all its keys now. */
  public List<Object> values() {
    return List.copyOf(fields.values());
  }

  /** The list under a key, to be changed. */
  @SuppressWarnings("unchecked") // lists of a copied tree hold plain values
  List<Object> items(String key) {
    if (fields.get(key) instanceof List<?> items) {
      return (List<Object>) items;
    }
    throw refused(key);
  }

  EditRefused refused(String key) {
    return new EditRefused(manifest, object, way(key));
  }

  @SuppressWarnings("unchecked") // the keys of a plain tree are strings
  private EditedFields within(String key, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new EditedFields(manifest, object, way(key), (Map<String, Object>) map);
    }
    throw refused(key);
  }

  private String way(String key) {
    return Optional.of(path).filter(p -> !p.isEmpty()).map(p -> p + "." + key).orElse(key);
  }
}
