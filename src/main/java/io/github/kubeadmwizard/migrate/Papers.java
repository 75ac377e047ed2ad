package io.github.kubeadmwizard.migrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builds a tree out of statements. */
final class Papers {
  private Papers() {}

  /** The tree of these statements, in their order. */
  static Map<String, Object> tree(List<Statement> statements) {
    var tree = new LinkedHashMap<String, Object>();
    statements.forEach(statement -> put(tree, statement));
    return tree;
  }

  private static void put(Map<String, Object> tree, Statement statement) {
    var map = tree;
    var steps = statement.field().split("\\.", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      map = inner(map, steps[i]);
    }
    var last = steps[steps.length - 1];
    if (statement.isItem()) {
      items(map, last).add(statement.value());
    } else if (statement.value() instanceof Map<?, ?> value) {
      var into = inner(map, last);
      value.forEach((k, v) -> into.put(k.toString(), v));
    } else {
      map.put(last, statement.value());
    }
  }

  @SuppressWarnings("unchecked") // only maps of ours stand there
  private static Map<String, Object> inner(Map<String, Object> map, String key) {
    return (Map<String, Object>)
        map.compute(key, (_, old) -> old instanceof Map ? old : new LinkedHashMap<>());
  }

  @SuppressWarnings("unchecked")
  private static List<Object> items(Map<String, Object> map, String key) {
    return (List<Object>)
        map.compute(key, (_, old) -> old instanceof List ? old : new ArrayList<>());
  }
}
