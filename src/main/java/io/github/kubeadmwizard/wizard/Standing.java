package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.session.Attempt;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.SecretNeed;
import java.util.List;

/** How a machine stands between us and it. */
public sealed interface Standing {

  /** It is being tried. */
  record Trying() implements Standing {}

  /** Scripts run on it as root, and this is what it said of itself. */
  record Reached(FactsReader.Read read) implements Standing {}

  /** It is met for the first time: somebody has to compare its key. */
  record NewKey(Attempt.NewKey key) implements Standing {}

  /** A password or passphrase is missing, or was wrong. */
  record NeedsSecret(List<SecretNeed> needs, Problem refusal) implements Standing {
    public NeedsSecret {
      needs = List.copyOf(needs);
    }
  }

  /**
   * It cannot be reached as it is.
   *
   * @param identity whether it is not the machine that we know: its key changed
   */
  record Refused(Problem problem, boolean identity) implements Standing {}
}
