package io.github.kubeadmwizard.kubeadm.tree;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records as plain trees: ordered maps, lists, strings, numbers, booleans. A component that is null
 * is absent from the tree; an empty list or record stays.
 */
public final class Trees {
  private Trees() {}

  /** The document with {@code apiVersion} and {@code kind} at its head. */
  public static Map<String, Object> document(ConfigDocument document) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("apiVersion", document.apiVersion());
    tree.put("kind", document.kind());
    tree.putAll(of((Record) document));
    return tree;
  }

  /** The record's fields in their order. */
  public static Map<String, Object> of(Record data) {
    var tree = new LinkedHashMap<String, Object>();
    for (RecordComponent component : data.getClass().getRecordComponents()) {
      Object value = valueOf(data, component);
      if (value instanceof Others others) {
        tree.putAll(others.fields());
      } else if (value != null) {
        tree.put(component.getName(), plain(value));
      }
    }
    return tree;
  }

  private static Object plain(Object value) {
    return switch (value) {
      case GoDuration duration -> duration.text();
      case Choice choice -> choice.text();
      case Record nested -> of(nested);
      case List<?> list -> list.stream().map(Trees::plain).toList();
      case Map<?, ?> map -> copy(map);
      default -> value;
    };
  }

  private static Map<Object, Object> copy(Map<?, ?> map) {
    var copy = new LinkedHashMap<Object, Object>();
    map.forEach((key, value) -> copy.put(key, plain(value)));
    return copy;
  }

  private static @Nullable Object valueOf(Record data, RecordComponent component) {
    try {
      return component.getAccessor().invoke(data);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }
}
