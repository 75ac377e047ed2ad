package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.AddonStage;
import io.github.kubeadmwizard.addons.Awaited;
import io.github.kubeadmwizard.addons.Claim;
import io.github.kubeadmwizard.addons.Generated;
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
import java.util.Optional;
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
    return Set.of(
        Gate.TRAFFIC_PROVEN, Gate.IMAGES_THERE, Gate.CERTIFICATES_ASKED, Gate.DISKS_PROVEN);
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
    claims(addon).ifPresent(actions::add);
    addon.fromDisks().forEach(stage -> actions.addAll(stage(stage)));
    addon.proof().ifPresent(proof -> actions.add(prove(proof, ground)));
  }

  /** Applies it, and waits for what has to be. */
  static List<Action> stage(AddonStage stage) {
    var actions = new ArrayList<Action>();
    actions.add(apply("apply-" + stage.id(), stage));
    stage.generated().ifPresent(one -> actions.add(generated(stage, one)));
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

  /** Before the first object is applied: what of it is somebody else's. */
  private static Optional<Action> claims(PreparedAddon addon) {
    String lines =
        addon.stages().stream()
            .flatMap(stage -> stage.claims().stream())
            .map(Claim::line)
            .distinct()
            .collect(Collectors.joining("\n"));
    return Optional.of(lines)
        .filter(some -> !some.isEmpty())
        .map(some ->
            RunScript.of(
                "claims-" + addon.key().key(),
                Message.of("install.action.claims", addon.name()),
                "addon-claims.sh",
                Map.of("NAME", Var.of(addon.name()), "CLAIMS", Var.of(some))));
  }

  private static Action generated(AddonStage stage, Generated what) {
    return switch (what) {
      case Generated.Letters(var namespace, var name, var key) ->
          RunScript.of(
              "secret-" + stage.id(),
              Message.of("install.action.secret", namespace + "/" + name),
              "generated-secret.sh",
              Map.of("NAMESPACE", Var.of(namespace), "NAME", Var.of(name), "KEY", Var.of(key)));
      case Generated.Certificate one -> certificate(stage, one);
    };
  }

  private static Action certificate(AddonStage stage, Generated.Certificate one) {
    return RunScript.of(
        "certificate-" + stage.id(),
        Message.of("install.action.certificate", one.namespace() + "/" + one.name()),
        "generated-certificate.sh",
        Map.of(
            "NAMESPACE", Var.of(one.namespace()),
            "NAME", Var.of(one.name()),
            "CERTIFICATE", Var.of(one.certificate()),
            "KEY", Var.of(one.key()),
            "HOST", Var.of(one.host()),
            "READER", Var.of(one.reader().namespace() + "/" + one.reader().name()),
            "FILE", Var.of(one.reader().key()),
            "TEXT", Var.of(one.reader().text())));
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
                "ANYWHERE", Var.of(proof.onControlPlanes() ? "1" : "0"),
                "CLUSTER", Var.of(ground.spec().name())))
        .within(Duration.ofMinutes(12));
  }
}
