package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.text.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the plan of an installation into one that fetches nothing: what hosts would download comes
 * out of a bundle, over SSH, and is taken away where it was used. What the bundle lacks is said for
 * each host.
 *
 * @param plan with what is brought in place of what would be fetched
 * @param lacking what the bundle has not, by host; empty where the plan can be walked
 */
public record OfflinePlan(Plan plan, Map<HostName, List<Message>> lacking) {
  public OfflinePlan {
    lacking = Map.copyOf(lacking);
  }

  /**
   * The plan with this bundle.
   *
   * @param directory where the bundle lies
   * @param targets what kind of machine each host is
   */
  public static OfflinePlan of(
      Plan plan, Bundle bundle, Path directory, Map<HostName, Target> targets) {
    var lacking = new TreeMap<HostName, List<Message>>();
    var phases = new ArrayList<PlannedPhase>();
    for (PlannedPhase phase : plan.phases()) {
      var lanes = new ArrayList<PlannedPhase.Lane>();
      for (PlannedPhase.Lane lane : phase.lanes()) {
        Target target = targets.get(lane.host());
        if (target == null) {
          throw new IllegalArgumentException("not known what " + lane.host() + " is");
        }
        var carried = new Carried(bundle, directory, target);
        lanes.add(
            new PlannedPhase.Lane(
                lane.host(), lane.actions().stream().flatMap(carried::instead).toList()));
        if (!carried.lacking().isEmpty()) {
          lacking.computeIfAbsent(lane.host(), _ -> new ArrayList<>()).addAll(carried.lacking());
        }
      }
      phases.add(with(phase, lanes));
    }
    return new OfflinePlan(new Plan(phases), lacking);
  }

  /** A lane that has nothing left to do stays out of the phase, unless it opens the way for all. */
  private static PlannedPhase with(PlannedPhase phase, List<PlannedPhase.Lane> lanes) {
    List<PlannedPhase.Lane> walking = lanes.stream().filter(l -> !l.actions().isEmpty()).toList();
    return new PlannedPhase(
        phase.id(),
        phase.title(),
        phase.order(),
        phase.waitsFor(),
        phase.opens(),
        phase.settles(),
        walking);
  }
}
