package io.github.kubeadmwizard.manifests;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The specs of pods within objects. Source: core/v1 PodSpec, and the kinds that hold one; kinds of
 * others that start pods hold them at the same place by custom.
 */
final class PodSpecs {
  private static final List<String> CONTAINERS = List.of("initContainers", "containers");
  private static final String CONTROL_PLANE = "node-role.kubernetes.io/control-plane";

  private PodSpecs() {}

  static Stream<Map<String, Object>> of(List<Map<String, Object>> objects) {
    return objects.stream().flatMap(PodSpecs::of);
  }

  /** None or one. */
  static Stream<Map<String, Object>> of(Map<String, Object> object) {
    return switch (String.valueOf(object.get("kind"))) {
      case "Pod" -> at(object, "spec");
      case "PodTemplate" -> at(object, "template", "spec");
      case "CronJob" -> at(object, "spec", "jobTemplate", "spec", "template", "spec");
      default ->
          at(object, "spec", "template", "spec").filter(spec -> spec.get("containers") != null);
    };
  }

  /** The containers of one spec, those of the start first. */
  static Stream<Map<String, Object>> containers(Map<String, Object> podSpec) {
    return CONTAINERS.stream().flatMap(key -> items(podSpec, key));
  }

  /** The items of one of its lists. */
  @SuppressWarnings("unchecked") // the keys of a plain tree are strings
  static Stream<Map<String, Object>> items(Map<String, Object> podSpec, String key) {
    return podSpec.get(key) instanceof List<?> items
        ? items.stream().filter(Map.class::isInstance).map(item -> (Map<String, Object>) item)
        : Stream.of();
  }

  /** What its containers run, and what is mounted of images as files. */
  static Stream<String> images(Map<String, Object> podSpec) {
    Stream<String> run = containers(podSpec).flatMap(one -> text(one, "image"));
    return Stream.concat(run, volumes(podSpec).flatMap(volume -> text(volume, "reference")));
  }

  /** The images that are mounted as files. Source: core/v1 ImageVolumeSource. */
  private static Stream<Map<String, Object>> volumes(Map<String, Object> podSpec) {
    return items(podSpec, "volumes").flatMap(volume -> at(volume, "image"));
  }

  /** Whether it may run beside a control plane. Source: core/v1 Toleration. */
  static boolean toleratesControlPlanes(Map<String, Object> podSpec) {
    return items(podSpec, "tolerations")
        .anyMatch(toleration ->
            List.of("", CONTROL_PLANE).contains(toleration.getOrDefault("key", ""))
                && List.of("", "NoSchedule").contains(toleration.getOrDefault("effect", "")));
  }

  /** What is on the node is taken, and no registry asked whether it has another. */
  static void takeWhatIsThere(Map<String, Object> podSpec) {
    containers(podSpec)
        .filter(one -> asksAlways(one, "imagePullPolicy", "image"))
        .forEach(one -> one.put("imagePullPolicy", "IfNotPresent"));
    volumes(podSpec)
        .filter(one -> asksAlways(one, "pullPolicy", "reference"))
        .forEach(one -> one.put("pullPolicy", "IfNotPresent"));
  }

  /** Source: Kubernetes docs, Images, Default image pull policy. */
  private static boolean asksAlways(Map<String, Object> one, String policy, String imageKey) {
    String image = text(one, imageKey).findFirst().orElse("");
    boolean moving =
        !image.contains("@") && (image.endsWith(":latest") || !image.matches(".*:[^/]+"));
    return "Always".equals(one.get(policy)) || (one.get(policy) == null && moving);
  }

  private static Stream<String> text(Map<String, Object> map, String key) {
    return map.get(key) instanceof String text ? Stream.of(text) : Stream.of();
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
