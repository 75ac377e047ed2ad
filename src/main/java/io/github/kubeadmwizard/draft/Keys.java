package io.github.kubeadmwizard.draft;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A mapping in the making, key by key in the order of the file. */
final class Keys {
  private final Map<String, Object> keys = new LinkedHashMap<>();

  Keys put(String key, Object value) {
    keys.put(key, plain(value));
    return this;
  }

  /** Only where there is a value. */
  Keys put(String key, Optional<?> value) {
    value.ifPresent(v -> put(key, v));
    return this;
  }

  /** Only where it is another than usual. */
  Keys putUnless(Object usual, String key, Object value) {
    return value.equals(usual) ? this : put(key, value);
  }

  /** Only where something is in it. */
  Keys putSome(String key, Map<String, ?> value) {
    return value.isEmpty() ? this : put(key, value);
  }

  /** Only where something is in it. */
  Keys putSome(String key, Collection<?> value) {
    return value.isEmpty() ? this : put(key, value);
  }

  Map<String, Object> map() {
    return Collections.unmodifiableMap(keys);
  }

  private static Object plain(Object value) {
    return value instanceof Enum<?> constant ? Form.word(constant) : value;
  }
}
