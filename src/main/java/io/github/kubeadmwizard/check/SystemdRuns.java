package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** The kubelet and the runtime are started by systemd; kubeadm knows no other that is in use. */
final class SystemdRuns implements HostCheck {
  @Override
  public String id() {
    return "Systemd";
  }

  @Override
  public Group group() {
    return Group.SYSTEM;
  }

  @Override
  public boolean soft() {
    return false;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var init = at.facts().init();
    var read = Message.of("check.read.init", init.name().orElse("?"));
    var shortly = Verdict.value(init.name().orElse("?"));
    return Optional.of(
        init.isSystemd() ? Verdict.passed(shortly, read) : Verdict.blocks(shortly, read));
  }
}
