package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.session.Attempt;
import io.github.kubeadmwizard.session.Dialogue;
import io.github.kubeadmwizard.session.SecretNeed;
import java.util.List;
import java.util.Set;

/** What connecting hosts needs to know, asked on the terminal. */
record AskingDialogue(HostKeyQuestion keys, SecretQuestion secrets) implements Dialogue {
  @Override
  public Set<Attempt.NewKey> accept(List<Attempt.NewKey> shown) {
    return keys.ask(shown);
  }

  @Override
  public Set<SecretNeed> give(List<SecretNeed> needs) {
    return secrets.ask(needs);
  }
}
