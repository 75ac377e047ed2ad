package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.FailedCommand;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * An action that a machine's trouble makes fail, in the words that the real script would use.
 *
 * @param key of the problem
 * @param args what was meant, and what the program said
 */
record Stumble(String key, List<String> args) {
  private static final String PORT_IN_USE =
      "failed to run Kubelet: listen tcp 0.0.0.0:10250: bind: address already in use";

  /** Source: kubeadm, constants.CertificateBackdate. */
  private static final Duration DATED_BACK = Duration.ofMinutes(5);

  Stumble {
    args = List.copyOf(args);
  }

  /** What will go wrong with this action on this machine at this time of day. */
  static Optional<Stumble> of(PracticeMachine machine, Action action, Instant now) {
    var script = HostScript.of(action);
    return switch (script.script()) {
      case "images-pull.sh" ->
          script
              .shown()
              .getOrDefault("IMAGES", "")
              .lines()
              .findFirst()
              .filter(_ -> machine.registryDeaf)
              .map(Stumble::timedOut);
      case "kubeadm-init.sh" -> portTaken(machine, "install.kubeadmInit", "kubelet-check");
      case "kubeadm-join.sh" ->
          notYetValid(machine, now)
              .or(() -> portTaken(machine, "install.kubeadmJoin", "kubelet-check"));
      case "scaling-test.sh" -> unmeasured(machine);
      default -> Optional.empty();
    };
  }

  /** Nobody measures the load of pods but metrics-server. */
  private static Optional<Stumble> unmeasured(PracticeMachine machine) {
    boolean measured =
        machine.done.stream()
            .anyMatch(done ->
                done instanceof Action.ApplyManifest applied
                    && applied.name().equals("metrics-server"));
    return measured
        ? Optional.empty()
        : Optional.of(new Stumble("smoke.noMetrics", List.of("v1beta1.metrics.k8s.io: not found")));
  }

  private static Stumble timedOut(String image) {
    String said =
        """
        failed to pull and unpack image "%1$s": failed to resolve reference "%1$s": \
        failed to do request: Head "https://%2$s/v2/": dial tcp: i/o timeout\
        """
            .formatted(image, image.replaceFirst("/.*$", ""));
    return new Stumble("install.imagePull", List.of(image, said));
  }

  /** To a clock that is behind, the certificates of a cluster just made are of the future. */
  private static Optional<Stumble> notYetValid(PracticeMachine machine, Instant now) {
    if (machine.behind.compareTo(DATED_BACK) <= 0) {
      return Optional.empty();
    }
    var seconds = now.truncatedTo(ChronoUnit.SECONDS);
    String said =
        """
        couldn't validate the identity of the API Server: failed to request the cluster-info \
        ConfigMap: tls: failed to verify certificate: x509: certificate has expired or is not yet \
        valid: current time %s is before %s\
        """
            .formatted(seconds.minus(machine.behind), seconds.minus(DATED_BACK));
    return Optional.of(new Stumble("install.kubeadmJoin", List.of("preflight", said)));
  }

  /** Whoever passes over the finding meets it here. */
  private static Optional<Stumble> portTaken(PracticeMachine machine, String key, String phase) {
    return machine.host.has(Trouble.PORT_TAKEN)
        ? Optional.of(new Stumble(key, List.of(phase, PORT_IN_USE)))
        : Optional.empty();
  }

  /** The failure; what was only for once is over with it. */
  Outcome outcome(HostName host, Action action, Stage stage, PracticeMachine machine) {
    synchronized (machine) {
      machine.registryDeaf = false;
    }
    var command = new FailedCommand(HostScript.of(action).script(), 1, List.of(args.getLast()));
    return new Outcome.Failed(
        Problem.told(key, host, stage.phase(), Optional.of(command), args.toArray()));
  }
}
