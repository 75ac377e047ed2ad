package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** kubeadm runs as root only. Source: preflight, IsPrivilegedUserCheck. */
final class RootReads implements HostCheck {
  @Override
  public String id() {
    return "IsPrivilegedUser";
  }

  @Override
  public Group group() {
    return Group.MACHINE;
  }

  @Override
  public boolean soft() {
    return false;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var user = at.facts().login().user().orElse("?");
    var read = Message.of("check.read.user", user);
    return Optional.of(
        at.facts().login().isRoot()
            ? Verdict.passed(Verdict.value(user), read)
            : Verdict.blocks(Verdict.value(user), read));
  }
}
