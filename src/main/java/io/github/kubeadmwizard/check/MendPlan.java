package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Mends as a plan of one phase, so that they run, are told and can be undone like all else. */
public final class MendPlan {
  private static final Set<String> SAFE_SCRIPTS = Set.of("mend-time-sync", "mend-packages");

  private MendPlan() {}

  /** The mends of these, each machine beside the others. */
  public static Plan of(List<Finding> findings) {
    Map<HostName, List<Action>> actions = new LinkedHashMap<>();
    findings.forEach(
        finding -> finding.host().ifPresent(host -> add(actions, host, finding.mend())));
    return of(actions);
  }

  /** The mends of these failures, whose causes are known. */
  public static Plan after(List<Problem> problems) {
    Map<HostName, List<Action>> actions = new LinkedHashMap<>();
    problems.stream()
        .filter(problem -> !problem.mend().isEmpty())
        .forEach(problem -> add(actions, problem.host(), problem.mend()));
    return of(actions);
  }

  private static void add(Map<HostName, List<Action>> all, HostName host, List<Action> actions) {
    all.computeIfAbsent(host, _ -> new ArrayList<>()).addAll(actions);
  }

  private static Plan of(Map<HostName, List<Action>> actions) {
    return Plan.sideBySide(
        "mend",
        Message.of("check.mend.phase"),
        actions.entrySet().stream()
            .map(e -> new PlannedPhase.Lane(e.getKey(), ordered(e.getValue())))
            .toList());
  }

  /** Everything that needs no restart first; then one restart for all of them. */
  private static List<Action> ordered(List<Action> actions) {
    var all = new ArrayList<Action>();
    var restarts = new ArrayList<Action.Reboot>();
    for (Action action : actions) {
      if (action instanceof Action.Reboot restart) {
        restarts.add(restart);
      } else if (!all.contains(action)) {
        all.add(action);
      }
    }
    restarts.stream().reduce(MendPlan::both).ifPresent(all::add);
    return all;
  }

  /** One restart in the place of two; it is needless only if both are. */
  private static Action.Reboot both(Action.Reboot one, Action.Reboot other) {
    Optional<String> until =
        one.until().flatMap(a -> other.until().map(b -> a.equals(b) ? a : a + " " + b));
    return new Action.Reboot(one.id(), one.title(), one.why(), until);
  }

  /** Whether we can mend it at all. */
  public static boolean isOurs(Finding finding) {
    return !finding.mend().isEmpty() && finding.host().isPresent();
  }

  /** Whether its mend restarts the machine. */
  public static boolean restarts(Finding finding) {
    return finding.mend().stream().anyMatch(Action.Reboot.class::isInstance);
  }

  /** Whether its mend neither restarts the machine nor takes anything away. */
  public static boolean isSafe(Finding finding) {
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
