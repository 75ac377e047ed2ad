package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.AddonStage;
import io.github.kubeadmwizard.addons.PreparedAddon;
import io.github.kubeadmwizard.addons.RookCeph;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings what looks after storage, which may take minutes and takes no disk yet: so that disks are
 * proven right before they are taken.
 */
final class StorageOperator implements InstallPhase {
  /** Run value: which Ceph it is; another installation is another one. */
  static final String OWNER = "rook-owner";

  @Override
  public String id() {
    return "storage-operator";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.addons().stream().anyMatch(PreparedAddon::takesDisks)
        ? List.of(ground.first())
        : List.of();
  }

  @Override
  public Set<Gate> waitsFor() {
    return Set.of(Gate.TRAFFIC_PROVEN, Gate.IMAGES_THERE);
  }

  @Override
  public Set<Gate> opens() {
    return Set.of(Gate.STORAGE_RUNS);
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    var actions = new ArrayList<Action>();
    for (PreparedAddon addon : ground.addons()) {
      for (AddonStage stage : addon.beforeDisks()) {
        actions.addAll(InstallAddons.stage(stage));
      }
    }
    actions.add(
        RunScript.of(
                "storage-owner",
                Message.of("install.action.storage-owner"),
                "rook-owner.sh",
                Map.of("NAMESPACE", Var.of(RookCeph.NAMESPACE)))
            .giving(OWNER));
    return actions;
  }
}
