package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.json.JsonTree;
import java.util.List;
import java.util.stream.Stream;

/**
 * A container of a pod.
 *
 * @param init whether it runs before the others
 * @param state such as {@code running}, or why it waits or ended
 * @param restarts how often it was begun again, so that there may be a log of before
 */
public record PodContainer(String name, boolean init, String state, long restarts) {

  /** From a pod, as JSON: those that run before the others stand last. */
  static List<PodContainer> of(JsonTree pod) {
    return Stream.concat(
            of(pod, "containers", "containerStatuses", false),
            of(pod, "initContainers", "initContainerStatuses", true))
        .toList();
  }

  private static Stream<PodContainer> of(
      JsonTree pod, String containers, String statuses, boolean init) {
    return pod.at("spec", containers).items().stream()
        .map(one -> one.at("name").text().orElse(""))
        .map(name -> {
          JsonTree status =
              pod.at("status", statuses).items().stream()
                  .filter(its -> its.at("name").text().orElse("").equals(name))
                  .findFirst()
                  .orElse(new JsonTree(null));
          return new PodContainer(
              name, init, state(status.at("state")), status.at("restartCount").number());
        });
  }

  private static String state(JsonTree state) {
    return state.keys().stream()
        .findFirst()
        .map(kind -> state.at(kind, "reason").text().orElse(kind))
        .orElse("");
  }
}
