package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.List;

/** What an installation will do, on less than a screen. */
final class PlanSummary {
  private final Words words;

  PlanSummary(Words words) {
    this.words = words;
  }

  List<String> lines(ClusterSpec spec, Plan plan) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        words.say(Message.of("cli.summary.cluster", spec.name(), spec.kubernetes().toString())));
    lines.add(
        "  " + words.say(Message.of("cli.summary.controlPlanes", names(spec.controlPlanes()))));
    if (!spec.workers().isEmpty()) {
      lines.add("  " + words.say(Message.of("cli.summary.workers", names(spec.workers()))));
    }
    for (PlannedPhase phase : plan.phases()) {
      lines.add(
          "  - "
              + words.say(
                  Message.of(
                      "cli.summary.phase", phase.title(), phase.lanes().size(), actions(phase))));
    }
    return lines;
  }

  private static List<String> names(List<HostSpec> hosts) {
    return hosts.stream().map(HostSpec::label).toList();
  }

  private static int actions(PlannedPhase phase) {
    return phase.lanes().stream().mapToInt(lane -> lane.actions().size()).sum();
  }
}
