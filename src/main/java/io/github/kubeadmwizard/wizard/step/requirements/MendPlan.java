package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Mends as a plan of one phase, so that they run, are told and can be undone like all else. */
final class MendPlan {
  private static final Set<String> SAFE_SCRIPTS = Set.of("mend-time-sync", "mend-packages");

  private MendPlan() {}

  /** The mends of these, each machine beside the others. */
  static Plan of(List<Finding> findings) {
    Map<HostName, List<Action>> actions = new LinkedHashMap<>();
    for (Finding finding : findings) {
      finding
          .host()
          .ifPresent(
              host -> actions.computeIfAbsent(host, _ -> new ArrayList<>()).addAll(finding.mend()));
    }
    return new Plan(
        List.of(
            new PlannedPhase(
                "mend",
                Message.of("wizard.requirements.mendPhase"),
                PlannedPhase.Order.SIDE_BY_SIDE,
                Set.of(),
                Set.of(),
                Set.of(),
                actions.entrySet().stream()
                    .map(e ->
                        new PlannedPhase.Lane(
                            e.getKey(), e.getValue().stream().distinct().toList()))
                    .toList())));
  }

  /** Whether we can mend it at all: a restart is still the user's own. */
  static boolean isOurs(Finding finding) {
    return !finding.mend().isEmpty()
        && finding.host().isPresent()
        && finding.mend().stream().noneMatch(Action.Reboot.class::isInstance);
  }

  /** Whether its mend neither restarts the machine nor takes anything away. */
  static boolean isSafe(Finding finding) {
    return isOurs(finding) && finding.mend().stream().allMatch(MendPlan::isSafe);
  }

  private static boolean isSafe(Action action) {
    return switch (action) {
      case Action.SwapOff _, Action.LoadModules _, Action.SetSysctls _, Action.EnsurePackages _ ->
          true;
      case Action.RunScript script -> SAFE_SCRIPTS.contains(script.id());
      default -> false;
    };
  }
}
