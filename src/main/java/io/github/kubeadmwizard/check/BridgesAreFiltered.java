package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Pods behind a bridge need it for services on their own node. Source: Flannel's README. */
final class BridgesAreFiltered implements HostCheck {
  private static final String SYSCTL = "net.bridge.bridge-nf-call-iptables";

  @Override
  public String id() {
    return "BridgeNetfilter";
  }

  @Override
  public Group group() {
    return Group.SYSTEM;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var value = at.facts().kernel().sysctl(SYSCTL);
    var read = Message.of("check.read.sysctl", SYSCTL, value.orElse("–"));
    return Optional.of(
        value.filter("1"::equals).isPresent()
            ? Verdict.passed(Message.of("check.short.on"), read)
            : Verdict.setByInstall(Message.of("check.short.toSet"), read));
  }
}
