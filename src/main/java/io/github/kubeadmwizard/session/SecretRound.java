package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.session.Fleet.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All missing secrets of a round, asked for together. */
final class SecretRound {
  private final Set<SecretNeed> given;

  SecretRound(Collection<Attempt> attempts, Dialogue dialogue) {
    List<SecretNeed> needs =
        attempts.stream()
            .filter(Attempt.NeedsSecret.class::isInstance)
            .map(Attempt.NeedsSecret.class::cast)
            .flatMap(missing -> missing.needs().stream())
            .distinct()
            .toList();
    given = needs.isEmpty() ? Set.of() : dialogue.give(needs);
  }

  Optional<Verdict> verdict(Attempt attempt) {
    if (!(attempt instanceof Attempt.NeedsSecret missing)) {
      return Optional.empty();
    }
    return Optional.of(
        given.containsAll(missing.needs())
            ? Verdict.again()
            : new Verdict(Optional.of(missing.refusal()), false));
  }
}
