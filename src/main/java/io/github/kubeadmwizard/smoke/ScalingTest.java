package io.github.kubeadmwizard.smoke;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Action.RunScript;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether pods are scaled by their load, which metrics-server measures: a busy pod gets a second
 * one beside it, and when it rests the second goes. The script takes everything away by itself.
 *
 * @param upSeconds until the second pod ran
 * @param downSeconds from the end of the load until it was gone
 */
public record ScalingTest(int upSeconds, int downSeconds) {
  private static final String GIVES = "smoke-scaled";

  /**
   * The test, on the first control plane.
   *
   * @param image with a shell, from where nodes can pull it
   */
  public static Plan plan(ClusterSpec spec, String image) {
    var title = Message.of("smoke.scale");
    var script =
        RunScript.of("scaling-test", title, "scaling-test.sh", Map.of("IMAGE", Var.of(image)))
            .giving(GIVES)
            .within(Duration.ofMinutes(15));
    var first = new HostName(spec.firstControlPlane().label());
    return Plan.on(first, "scaling-test", title, List.of(script));
  }

  /** What came of it; empty where it did not pass. */
  public static Optional<ScalingTest> passed(RunValues values) {
    return values
        .get(GIVES)
        .map(Secret::reveal)
        .filter(said -> said.matches("\\d{1,5} \\d{1,5}"))
        .map(said -> said.split(" ", 2))
        .map(said -> new ScalingTest(Integer.parseInt(said[0]), Integer.parseInt(said[1])));
  }
}
