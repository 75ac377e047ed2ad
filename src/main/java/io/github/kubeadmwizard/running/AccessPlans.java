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

/** Who gets into a cluster that stands, as plans for its first control plane. */
public final class AccessPlans {
  /** The run value in which a person's kubeconfig comes, as kubeadm prints it. */
  public static final String CONFIG = "access-config";

  private AccessPlans() {}

  /** Lets a person in; gives {@link #CONFIG}. */
  public static Plan give(ClusterSpec spec, AccessWish wish) {
    return plan(
        spec,
        RunScript.of(
                "access-give",
                Message.of("running.action.give", wish.person(), wish.role(), wish.place()),
                "access-give.sh",
                Map.of(
                    "PERSON", Var.of(wish.person()),
                    "MEMBER_OF", Var.of(String.join("\n", wish.groups())),
                    "ROLE", Var.of(wish.role()),
                    "NAMESPACE", Var.of(wish.namespace().orElse("")),
                    "LASTS", Var.of(Long.toString(wish.lifetime().duration().toSeconds()))))
            .giving(CONFIG));
  }

  /** Takes away everything that we let a person do. */
  public static Plan take(ClusterSpec spec, String person) {
    return plan(
        spec,
        RunScript.of(
            "access-take",
            Message.of("running.action.take", person),
            "access-take.sh",
            Map.of("PERSON", Var.of(person))));
  }

  private static Plan plan(ClusterSpec spec, Action action) {
    var first = new HostName(spec.firstControlPlane().label());
    return Plan.on(first, "access", Message.of("running.phase.access"), List.of(action));
  }
}
