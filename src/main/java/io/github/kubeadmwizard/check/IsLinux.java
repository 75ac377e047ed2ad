package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Everything else assumes Linux. Source: docs, installing kubeadm. */
final class IsLinux implements HostCheck {
  @Override
  public String id() {
    return "Linux";
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
    var name = at.facts().os().prettyName().or(() -> at.facts().os().kind()).orElse("?");
    var read = Message.of("check.read.linux", name);
    return Optional.of(
        at.facts().os().isLinux()
            ? Verdict.passed(Verdict.value(name), read)
            : Verdict.blocks(Verdict.value(name), read));
  }
}
