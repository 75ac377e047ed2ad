package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.PreparedAddon;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes an add-on away: its objects, the last first, unless something of others needs them. */
public final class AddonRemoval {
  private AddonRemoval() {}

  /** What will be done, on the first control plane. */
  public static Plan plan(ClusterSpec spec, PreparedAddon addon) {
    String uses =
        addon.uses().stream().map(PreparedAddon.Use::line).collect(Collectors.joining("\n"));
    var remove =
        RunScript.of(
                "addon-remove",
                Message.of("install.action.addon-remove", addon.name()),
                "addon-remove.sh",
                Map.of(
                    "NAME", Var.of(addon.name()),
                    "MANIFEST", Var.of(addon.backwards().text()),
                    "IN_USE", Var.of(uses)))
            .within(Duration.ofMinutes(6));
    var lane =
        new PlannedPhase.Lane(new HostName(spec.firstControlPlane().label()), List.of(remove));
    return new Plan(
        List.of(
            new PlannedPhase(
                "remove-add-on",
                Message.of("install.phase.remove-add-on"),
                PlannedPhase.Order.SIDE_BY_SIDE,
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(lane))));
  }
}
