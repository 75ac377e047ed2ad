package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of objects as others bring them. Source: apiextensions.k8s.io/v1, CustomResourceDefinition.
 */
final class Kinds {
  private Kinds() {}

  /** Whether an object is one. */
  static boolean isKind(Map<String, Object> object) {
    return "CustomResourceDefinition".equals(object.get("kind"));
  }

  /** Their names, such as {@code probes.monitoring.coreos.com}. */
  static List<String> names(Manifest manifest) {
    return manifest.objects().stream()
        .filter(Kinds::isKind)
        .flatMap(object -> ObjectName.of(object).stream())
        .map(ObjectName::name)
        .toList();
  }

  /** What keeps them: with its kind an object goes too, so none may be left, anybody's. */
  static List<PreparedAddon.Use> uses(Manifest manifest) {
    return manifest.objects().stream()
        .filter(Kinds::isKind)
        .map(object ->
            new PreparedAddon.Use(
                String.valueOf(at(object.get("metadata"), "name")),
                ".kind",
                String.valueOf(at(at(object.get("spec"), "names"), "kind"))))
        .toList();
  }

  /**
   * The same without the sentences of their schemas: two thirds of large ones, which every API
   * server keeps in memory. Upstream publishes such of its own for who applies them by annotation.
   */
  static Manifest withoutSentences(Manifest manifest) {
    return new Manifest(
        manifest.name(), manifest.objects().stream().map(Kinds::withoutSentences).toList());
  }

  private static Map<String, Object> withoutSentences(Map<String, Object> kind) {
    return replaced(
        kind,
        "spec",
        spec ->
            replaced(
                spec,
                "versions",
                versions ->
                    each(
                        versions,
                        version ->
                            replaced(
                                version,
                                "schema",
                                schema -> replaced(schema, "openAPIV3Schema", Kinds::schema)))));
  }

  /** A schema; a property may be called description, so that a key alone tells nothing. */
  private static Object schema(Object node) {
    if (!(node instanceof Map<?, ?> map)) {
      return node; // additionalProperties: true
    }
    var terse = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> {
      switch (String.valueOf(key)) {
        case "description" -> {}
        case "properties" -> terse.put("properties", values(value));
        case "items", "additionalProperties", "not" ->
            terse.put(String.valueOf(key), schema(value));
        case "allOf", "anyOf", "oneOf" ->
            terse.put(String.valueOf(key), each(value, Kinds::schema));
        default -> terse.put(String.valueOf(key), value);
      }
    });
    return terse;
  }

  private static Object values(Object properties) {
    var terse = new LinkedHashMap<String, Object>();
    if (properties instanceof Map<?, ?> map) {
      map.forEach((name, value) -> terse.put(String.valueOf(name), schema(value)));
    }
    return terse;
  }

  private static Object each(Object list, UnaryOperator<Object> change) {
    return list instanceof List<?> items ? items.stream().map(change).toList() : list;
  }

  private static Map<String, Object> replaced(
      Object tree, String key, UnaryOperator<Object> change) {
    var copy = new LinkedHashMap<String, Object>();
    if (tree instanceof Map<?, ?> map) {
      map.forEach((name, value) ->
          copy.put(String.valueOf(name), key.equals(name) ? change.apply(value) : value));
    }
    return copy;
  }

  private static @Nullable Object at(@Nullable Object tree, String key) {
    return tree instanceof Map<?, ?> map ? map.get(key) : null;
  }
}
