package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/**
 * Not looked at by us: kubeadm does, at its own time. Source: preflight, ExternalEtcdVersionCheck.
 */
record EtcdOfTheUser(String id) implements HostCheck {

  @Override
  public String words() {
    return "ExternalEtcd";
  }

  @Override
  public Group group() {
    return Group.NETWORK;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    return at.isControlPlane() && at.laidOver().hasExternalEtcd()
        ? Optional.of(
            Verdict.warning(
                Message.of("check.short.notRead"), Message.of("check.read.externalEtcd")))
        : Optional.empty();
  }
}
