package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What kubectl says of one pod of a practice cluster.
 *
 * @param pod the pod
 */
record PodAnswers(RunningPods.Pod pod) {

  List<String> object() {
    return List.of(
        Json.line(
            Map.of(
                "kind",
                "Pod",
                "spec",
                Map.of("containers", List.of(Map.of("name", pod.program()))),
                "status",
                Map.of(
                    "containerStatuses",
                    List.of(
                        Map.of(
                            "name",
                            pod.program(),
                            "restartCount",
                            0,
                            "state",
                            Map.of("running", Map.of())))))));
  }

  List<String> logs(int last) {
    var lines = new ArrayList<String>();
    lines.add("practice: " + pod.program() + " begins on " + pod.node());
    for (int i = 1; i <= 40; i++) {
      lines.add("practice: %s is well, %d s".formatted(pod.program(), i * 15));
    }
    return lines.subList(Math.max(0, lines.size() - last), lines.size());
  }

  List<String> events() {
    return List.of(
        "LAST SEEN   TYPE     REASON      OBJECT   MESSAGE",
        event("Scheduled", "assigned to " + pod.node()),
        event("Pulled", "the image was there already"),
        event("Created", "container " + pod.program() + " created"),
        event("Started", "container " + pod.program() + " started"));
  }

  private String event(String reason, String message) {
    return "12m         Normal   %-9s   Pod/%s   %s".formatted(reason, pod.name(), message);
  }

  List<String> description() {
    var lines =
        new ArrayList<>(
            List.of(
                "Name:         " + pod.name(),
                "Namespace:    " + pod.namespace(),
                "Node:         " + pod.node(),
                "Status:       Running",
                "IP:           " + pod.address(),
                "Containers:",
                "  " + pod.program() + ":",
                "    State:          Running",
                "    Ready:          True",
                "    Restart Count:  0",
                "Events:"));
    events().forEach(line -> lines.add("  " + line));
    return lines;
  }
}
