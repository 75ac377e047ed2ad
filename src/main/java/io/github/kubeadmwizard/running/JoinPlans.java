package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;

/** Tokens by which machines join a cluster that stands. */
public final class JoinPlans {
  /** The run value in which the command comes; a secret. */
  public static final String COMMAND = "join-command";

  /** The run value that says when its token ends. */
  public static final String ENDS = "join-ends";

  private JoinPlans() {}

  /** Makes a token and the command; gives {@link #COMMAND} and {@link #ENDS}. */
  public static Plan make(ClusterSpec spec, JoinWish wish) {
    return plan(
        spec,
        RunScript.of(
                "join-command",
                wish.controlPlane()
                    ? Message.of("running.action.joinControlPlane", wish.lifetime().text())
                    : Message.of("running.action.joinWorker", wish.lifetime().text()),
                "join-command.sh",
                Map.of(
                    "LASTS", Var.of(Long.toString(wish.lifetime().duration().toSeconds())),
                    "CONTROL_PLANE", Var.of(wish.controlPlane() ? "1" : "0")))
            .giving(COMMAND, ENDS));
  }

  /** Deletes tokens, by their names. */
  public static Plan delete(ClusterSpec spec, List<String> tokens) {
    return plan(
        spec,
        RunScript.of(
            "join-tokens-delete",
            Message.of("running.action.deleteTokens", tokens),
            "join-tokens-delete.sh",
            Map.of("TOKENS", Var.of(String.join("\n", tokens)))));
  }

  private static Plan plan(ClusterSpec spec, Action action) {
    var first = new HostName(spec.firstControlPlane().label());
    return Plan.on(first, "join-command", Message.of("running.phase.join"), List.of(action));
  }
}
