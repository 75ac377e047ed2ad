package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.AddonStage;
import io.github.kubeadmwizard.addons.Claim;
import io.github.kubeadmwizard.addons.PreparedAddon;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes an add-on away: its objects, the last first, unless something of others needs them. */
public final class AddonRemoval {
  private AddonRemoval() {}

  /**
   * What will be done, on the first control plane, stage by stage: what looks after objects has to
   * be there until they are gone.
   */
  public static Plan plan(ClusterSpec spec, PreparedAddon addon) {
    return plan(spec, actions(addon));
  }

  /** The same, of actions that were made for it. */
  static Plan plan(ClusterSpec spec, List<Action> actions) {
    var first = new HostName(spec.firstControlPlane().label());
    return Plan.on(first, "remove-add-on", Message.of("install.phase.remove-add-on"), actions);
  }

  private static List<Action> actions(PreparedAddon addon) {
    var actions = new ArrayList<Action>();
    var uses = addon.uses();
    for (AddonStage stage : addon.stages().reversed()) {
      actions.add(remove(stage, uses, addon.stages().size() == 1 ? "" : "-" + stage.id()));
      uses = List.of();
    }
    return actions;
  }

  /**
   * Takes a stage away, unless something needs it.
   *
   * @param uses of the whole, besides the stage's own
   */
  static Action remove(AddonStage stage, List<PreparedAddon.Use> uses, String suffix) {
    String lines =
        Stream.concat(uses.stream(), stage.uses().stream())
            .map(PreparedAddon.Use::line)
            .collect(Collectors.joining("\n"));
    return RunScript.of(
            "addon-remove" + suffix,
            Message.of("install.action.addon-remove", stage.name()),
            "addon-remove.sh",
            Map.of(
                "NAME", Var.of(stage.name()),
                "MANIFEST", Var.of(stage.backwards().text()),
                "IN_USE", Var.of(lines),
                "CLAIMS",
                    Var.of(
                        stage.claims().stream()
                            .map(Claim::line)
                            .collect(Collectors.joining("\n")))))
        .within(Duration.ofMinutes(6));
  }
}
