package io.github.kubeadmwizard.manifests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The specs of pods within objects. Source: core/v1 PodSpec, and the kinds that hold one. */
final class PodSpecs {
  private static final List<String> CONTAINERS = List.of("initContainers", "containers");

  private PodSpecs() {}

  static Stream<Map<String, Object>> of(List<Map<String, Object>> objects) {
    return objects.stream().flatMap(PodSpecs::of);
  }

  /** None or one. */
  static Stream<Map<String, Object>> of(Map<String, Object> object) {
    return switch (String.valueOf(object.get("kind"))) {
      case "Pod" -> at(object, "spec");
      case "DaemonSet", "Deployment", "StatefulSet", "ReplicaSet", "Job" ->
          at(object, "spec", "template", "spec");
      case "CronJob" -> at(object, "spec", "jobTemplate", "spec", "template", "spec");
      default -> Stream.of();
    };
  }

  /** The containers of one spec, those of the start first. */
  static Stream<Map<String, Object>> containers(Map<String, Object> podSpec) {
    return CONTAINERS.stream().flatMap(key -> containers(podSpec, key));
  }

  @SuppressWarnings("unchecked") // the keys of a plain tree are strings
  static Stream<Map<String, Object>> containers(Map<String, Object> podSpec, String key) {
    return podSpec.get(key) instanceof List<?> items
        ? items.stream().filter(Map.class::isInstance).map(item -> (Map<String, Object>) item)
        : Stream.of();
  }

  static Stream<String> images(Map<String, Object> podSpec) {
    return containers(podSpec)
        .flatMap(one -> one.get("image") instanceof String image ? Stream.of(image) : Stream.of());
  }

  @SuppressWarnings("unchecked") // the keys of a plain tree are strings
  private static Stream<Map<String, Object>> at(Map<String, Object> object, String... path) {
    Map<String, Object> here = object;
    for (String key : path) {
      if (!(here.get(key) instanceof Map<?, ?> next)) {
        return Stream.of();
      }
      here = (Map<String, Object>) next;
    }
    return Stream.of(here);
  }
}
