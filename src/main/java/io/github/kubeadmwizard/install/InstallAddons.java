package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.AddonStage;
import io.github.kubeadmwizard.addons.Awaited;
import io.github.kubeadmwizard.addons.PreparedAddon;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.ApplyManifest;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Action.WaitUntil;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Installs the add-ons on the proven cluster, each awaited before the next; the user's own last.
 */
final class InstallAddons implements InstallPhase {
  @Override
  public String id() {
    return "add-ons";
  }

  @Override
  public List<Node> nodes(Ground ground) {
    return List.of(ground.first());
  }

  @Override
  public Set<Gate> waitsFor() {
    return Set.of(Gate.TRAFFIC_PROVEN, Gate.CERTIFICATES_ASKED, Gate.DISKS_PROVEN);
  }

  @Override
  public List<Action> actions(Ground ground, Node node) {
    var actions = new ArrayList<Action>();
    // What takes disks comes first: right after they were proven blank.
    ground.addons().stream()
        .filter(PreparedAddon::takesDisks)
        .forEach(addon -> whole(addon, ground, actions));
    if (ground.spec().addons().wantsServingCertificates()) {
      actions.add(approve(ground));
    }
    ground.addons().stream()
        .filter(addon -> !addon.takesDisks())
        .forEach(addon -> whole(addon, ground, actions));
    if (ground.spec().addons().has(AddonSpec.Name.HELM)) {
      actions.add(ProgramDownloads.helm(ground, node));
    }
    int number = 0;
    for (AddonStage own : ground.own()) {
      number++;
      actions.add(apply("own-" + number, own));
    }
    return actions;
  }

  private static void whole(PreparedAddon addon, Ground ground, List<Action> actions) {
    addon.fromDisks().forEach(stage -> actions.addAll(stage(stage)));
    addon.proof().ifPresent(proof -> actions.add(prove(proof, ground)));
  }

  /** Applies it, and waits for what has to be. */
  static List<Action> stage(AddonStage stage) {
    var actions = new ArrayList<Action>();
    actions.add(apply("apply-" + stage.id(), stage));
    if (!stage.awaited().isEmpty()) {
      String lines = stage.awaited().stream().map(Awaited::line).collect(Collectors.joining("\n"));
      actions.add(
          new WaitUntil(
              "await-" + stage.id(),
              Message.of("install.action.await", stage.name()),
              "wait-addon.sh",
              new TreeMap<>(Map.of("AWAITED", Var.of(lines))),
              patience(stage)));
    }
    return actions;
  }

  private static Duration patience(AddonStage stage) {
    return stage.awaited().stream()
        .map(Awaited::patience)
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Action apply(String id, AddonStage stage) {
    return new ApplyManifest(
        id,
        Message.of("install.action.apply", stage.name()),
        stage.name(),
        stage.objects().text(stage.objects().name()));
  }

  private static Action approve(Ground ground) {
    String nodes =
        ground.nodes().stream().map(InstallAddons::identity).collect(Collectors.joining("\n"));
    return RunScript.of(
            "serving-certificates",
            Message.of("install.action.serving-certificates"),
            "serving-certificates.sh",
            Map.of("NODES", Var.of(nodes)))
        .within(Duration.ofMinutes(10));
  }

  /** What may stand in a node's certificate. */
  private static String identity(Node node) {
    return Stream.concat(Stream.of(node.name()), node.ips().stream())
        .collect(Collectors.joining(" "));
  }

  private static Action prove(PreparedAddon.StorageProof proof, Ground ground) {
    return RunScript.of(
            "storage-test-" + proof.storageClass(),
            Message.of("install.action.storage-test", proof.storageClass()),
            "storage-test.sh",
            Map.of(
                "CLASS", Var.of(proof.storageClass()),
                "IMAGE", Var.of(proof.image()),
                "SPREAD", Var.of(proof.everywhere() ? "1" : "0"),
                "CLUSTER", Var.of(ground.spec().name())))
        .within(Duration.ofMinutes(12));
  }
}
