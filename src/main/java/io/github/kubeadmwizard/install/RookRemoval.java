package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.AddonStage;
import io.github.kubeadmwizard.addons.PreparedAddon;
import io.github.kubeadmwizard.addons.RookCeph;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Action.WaitUntil;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes Ceph away together with what is on its disks, by Rook's own jobs on each host. Without this
 * the disks and Ceph's directory stay as they are. Source: Rook, Cleaning up a cluster,
 * cleanupPolicy.
 */
public final class RookRemoval {
  private static final String NODES = "rook-nodes";

  private RookRemoval() {}

  /** What will be done, on the first control plane; only for somebody who asked for it twice. */
  public static Plan destroyingData(ClusterSpec spec, PreparedAddon rook) {
    var actions = new ArrayList<Action>();
    var uses = rook.uses();
    for (AddonStage stage : rook.stages().reversed()) {
      if (stage.takesDisks()) {
        actions.add(confirm());
      }
      actions.add(AddonRemoval.remove(stage, uses, "-" + stage.id()));
      if (stage.takesDisks()) {
        actions.add(awaitWiped());
      }
      uses = List.of();
    }
    return AddonRemoval.plan(spec, actions);
  }

  private static Action confirm() {
    return RunScript.of(
            "rook-destroy",
            Message.of("install.action.rook-destroy"),
            "rook-destroy.sh",
            Map.of("NAMESPACE", Var.of(RookCeph.NAMESPACE), "NAME", Var.of(RookCeph.CLUSTER)))
        .giving(NODES);
  }

  private static Action awaitWiped() {
    return new WaitUntil(
        "rook-cleaned",
        Message.of("install.action.rook-cleaned", RookCeph.DATA),
        "rook-cleaned.sh",
        new TreeMap<>(Map.of("NAMESPACE", Var.of(RookCeph.NAMESPACE), "NODES", Var.given(NODES))),
        Duration.ofMinutes(30));
  }
}
