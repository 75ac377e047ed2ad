package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.text.Secret;
import java.util.Set;

/** The values that actions hand to later ones, invented so that anybody sees it. */
final class Gifts {
  private Gifts() {}

  static void give(
      Action action, RunValues values, PracticeMachine machine, PracticeMachines machines) {
    for (String name : given(action)) {
      values.put(
          name,
          Secret.of(
              name.startsWith("smoke-")
                  ? new SmokeAnswers(machine, machines).value(name)
                  : invented(name, machine)));
    }
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
