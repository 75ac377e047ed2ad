package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.PreparedAddon;
import io.github.kubeadmwizard.addons.RookCeph;
import io.github.kubeadmwizard.cluster.AddonSpec.Rook;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every disk that storage will take is proven blank once more, since much may have happened since
 * the checks. Hosts without one are asked, too, for what an earlier Ceph left there: its monitors
 * may run on any of them, and would not start.
 */
final class ProveDisks implements InstallPhase {
  @Override
  public String id() {
    return "prove-disks";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return ground.addons().stream().anyMatch(PreparedAddon::takesDisks)
        ? ground.nodes()
        : List.of();
  }

  @Override
  public Set<Gate> waitsFor() {
    return Set.of(Gate.STORAGE_RUNS);
  }

  @Override
  public Set<Gate> opens() {
    return Set.of(Gate.DISKS_PROVEN);
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    var rook = ground.spec().addons().find(Rook.class).orElse(Rook.DEFAULT);
    var disks = rook.of(node.spec().label());
    return List.of(
        RunScript.of(
                "disks-blank",
                disks.isEmpty()
                    ? Message.of("install.action.no-leftover", RookCeph.DATA)
                    : Message.of("install.action.disks-blank", disks),
                "disks-blank.sh",
                Map.of(
                    "WANTED", Var.of(String.join("\n", disks)),
                    "OWNER", Var.given(StorageOperator.OWNER),
                    "DATA", Var.of(RookCeph.DATA)))
            .within(Duration.ofMinutes(10)));
  }
}
