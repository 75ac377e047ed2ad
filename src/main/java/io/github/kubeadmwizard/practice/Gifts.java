package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.text.Secret;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;

/** The values that actions hand to later ones, invented so that anybody sees it. */
final class Gifts {
  private Gifts() {}

  static void give(
      Action action, RunValues values, PracticeMachine machine, PracticeMachines machines) {
    if (given(action).contains("join-command")) {
      joining(HostScript.of(action).shown(), values, machine, machines);
      return;
    }
    for (String name : given(action)) {
      values.put(
          name,
          Secret.of(
              name.startsWith("smoke-")
                  ? new SmokeAnswers(machine, machines).value(name)
                  : invented(name, machine)));
    }
  }

  /** A token that the cluster lists from now on. */
  private static void joining(
      Map<String, String> vars,
      RunValues values,
      PracticeMachine machine,
      PracticeMachines machines) {
    long lasts = Long.parseLong(vars.getOrDefault("LASTS", "0"));
    Instant ends = machines.clock().instant().plusSeconds(lasts).truncatedTo(ChronoUnit.SECONDS);
    String key =
        vars.getOrDefault("CONTROL_PLANE", "0").equals("1")
            ? " --control-plane --certificate-key " + "0".repeat(64)
            : "";
    String command =
        "kubeadm join %s.kubeadm-wizard.internal:6443 --token %s.%s --discovery-token-ca-cert-hash sha256:%s%s"
            .formatted(
                machine.cluster, machine.grants.make(ends), "0".repeat(16), "0".repeat(64), key);
    values.put("join-command", Secret.of(command));
    values.put("join-ends", Secret.of(ends.toString()));
  }

  private static Set<String> given(Action action) {
    return switch (action) {
      case Action.RunScript script -> script.gives();
      case Action.ReachFromHere here -> Set.of(here.gives());
      default -> Set.of();
    };
  }

  /** In the form that kubeadm gives them. */
  private static String invented(String name, PracticeMachine machine) {
    return switch (name) {
      case "access-config" ->
          Assets.text("practice/admin.conf").replace("@ADDRESS@", machine.host.address());
      case "join-token" -> "practi.ce00000000000000";
      case "ca-hash" -> "sha256:" + "0".repeat(64);
      case "certificate-key" -> "0".repeat(64);
      default -> "practice-" + name + "-of-nobody";
    };
  }
}
