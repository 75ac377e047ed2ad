package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.Action.WaitUntil;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a host does to join, as a control plane or as a worker. */
final class Joining {
  private Joining() {}

  static List<Action> actions(Ground ground, Node node) {
    return List.of(wayToTheApi(ground), join(ground, node));
  }

  /** Proves the way before anything is changed: a closed port is told as such, not as a timeout. */
  private static WaitUntil wayToTheApi(Ground ground) {
    var vars = new TreeMap<String, Var>();
    vars.put("HOST", Var.of(ground.endpoint().host()));
    vars.put("PORT", Var.of(String.valueOf(ground.endpoint().port())));
    return new WaitUntil(
        "api-reachable",
        Message.of("install.action.api-reachable", ground.endpoint().text()),
        "wait-api.sh",
        vars,
        Duration.ofMinutes(2));
  }

  private static RunScript join(Ground ground, Node node) {
    String yaml = Objects.requireNonNull(ground.joinYaml().get(node.host()));
    return RunScript.of(
            "kubeadm-join",
            Message.of("install.action.kubeadm-join", node.name()),
            "kubeadm-join.sh",
            Map.of(
                "JOIN", Var.of(yaml),
                "TOKEN", Var.given("join-token"),
                "CA_HASH", Var.given("ca-hash"),
                "CERTIFICATE_KEY",
                    node.isControlPlane() ? Var.given("certificate-key") : Var.of(""),
                "CLUSTER", Var.of(ground.spec().name()),
                "NAME", Var.of(node.name()),
                "ROLE", Var.of(node.isControlPlane() ? "control-plane" : "worker"),
                "JOINED", Var.given("joined-nodes")))
        .uninterrupted(Duration.ofMinutes(15));
  }
}
