package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.session.Fleet.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All new host keys of a round, shown together and asked for once. */
final class KeyRound {
  private final List<Attempt.NewKey> accepted = new ArrayList<>();
  private final List<Attempt.Failed> unkept = new ArrayList<>();

  KeyRound(Collection<Attempt> attempts, Dialogue dialogue, HostConnector connector) {
    var machines = new ArrayList<Attempt.NewKey>();
    for (Attempt attempt : attempts) {
      if (attempt instanceof Attempt.NewKey key && machines.stream().noneMatch(key::sameAs)) {
        machines.add(key); // a bastion's key is met on the way to every host
      }
    }
    if (!machines.isEmpty()) {
      Set<Attempt.NewKey> yes = dialogue.accept(List.copyOf(machines));
      machines.stream().filter(yes::contains).forEach(key -> keep(key, connector));
    }
  }

  private void keep(Attempt.NewKey key, HostConnector connector) {
    accepted.add(key);
    connector.trust(key).ifPresent(unkept::add);
  }

  Optional<Verdict> verdict(Attempt attempt) {
    if (!(attempt instanceof Attempt.NewKey key)) {
      return Optional.empty();
    }
    if (!unkept.isEmpty()) {
      return Optional.of(new Verdict(Optional.of(unkept.getFirst().problem()), false));
    }
    return Optional.of(
        accepted.stream().anyMatch(key::sameAs)
            ? Verdict.again()
            : new Verdict(Optional.of(key.refusal()), true));
  }
}
