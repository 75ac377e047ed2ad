package io.github.kubeadmwizard.addons;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Plain values of Kubernetes objects, with their keys in the order given. */
final class Tree {
  private Tree() {}

  /**
   * A mapping of keys and values by turns. An empty Optional, list or map leaves its key out.
   *
   * @throws IllegalArgumentException where a key has no value
   */
  static Map<String, Object> of(Object... keysAndValues) {
    if (keysAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a key without a value");
    }
    var tree = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      var key = (String) keysAndValues[i];
      value(keysAndValues[i + 1]).ifPresent(value -> tree.put(key, value));
    }
    return Collections.unmodifiableMap(tree);
  }

  private static Optional<Object> value(Object value) {
    return switch (value) {
      case Optional<?> maybe -> maybe.flatMap(Tree::value);
      case Collection<?> items when items.isEmpty() -> Optional.empty();
      case Map<?, ?> map when map.isEmpty() -> Optional.empty();
      case Integer number -> Optional.of(number.longValue());
      default -> Optional.of(value);
    };
  }
}
