package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Rules of an earlier kube-proxy send services' traffic to pods that are gone. */
final class NoLeftoverRules implements HostCheck {
  @Override
  public String id() {
    return "LeftoverRules";
  }

  @Override
  public Group group() {
    return Group.LEFTOVERS;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    int chains = at.facts().leftovers().kubeChains();
    if (chains == 0) {
      return Optional.of(
          Verdict.passed(Message.of("check.short.none"), Message.of("check.read.noChains")));
    }
    var read = Message.of("check.read.chains", chains);
    return Optional.of(
        at.isMember()
            ? Verdict.passed(Message.of("check.short.ours"), read)
            : Verdict.warning(Verdict.value(chains), read).mendedBy(Mends.reboot()));
  }
}
