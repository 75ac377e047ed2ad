package io.github.kubeadmwizard.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value within JSON, for reading what others wrote: what is missing, or is of another kind than
 * asked for, is empty.
 *
 * @param value null for nothing
 */
public record JsonTree(@Nullable Object value) {

  /** The object that this text is; nothing if it is no JSON or no object. */
  public static JsonTree of(String text) {
    return new JsonTree(Json.object(text).orElse(null));
  }

  /** Whether there is something. */
  public boolean isThere() {
    return value != null;
  }

  /** The value at this path of keys. */
  public JsonTree at(String... keys) {
    Object here = value;
    for (String key : keys) {
      here = here instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return new JsonTree(here);
  }

  /** The items of an array. */
  public List<JsonTree> items() {
    return value instanceof List<?> list ? list.stream().map(JsonTree::new).toList() : List.of();
  }

  /** The keys of an object, in the order of the text. */
  public List<String> keys() {
    return value instanceof Map<?, ?> map
        ? map.keySet().stream().map(String::valueOf).toList()
        : List.of();
  }

  /** A string, number or boolean, as text. */
  public Optional<String> text() {
    boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
    return plain ? Optional.of(String.valueOf(value)) : Optional.empty();
  }

  /** A number as a whole one, else 0. */
  public long number() {
    return value instanceof Number number ? number.longValue() : 0;
  }

  /** Whether it is {@code true}. */
  public boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }
}
