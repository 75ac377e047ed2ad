package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Containers of LXC or OpenVZ share a kernel that they cannot load modules into. */
final class HasItsOwnKernel implements HostCheck {
  @Override
  public String id() {
    return "Virtualization";
  }

  @Override
  public Group group() {
    return Group.MACHINE;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var machine = at.facts().machine();
    var kind = machine.virtualization().orElse("none");
    var read = Message.of("check.read.virtualization", kind);
    var shortly = kind.equals("none") ? Message.of("check.short.bareMetal") : Verdict.value(kind);
    return Optional.of(
        machine.container() ? Verdict.warning(shortly, read) : Verdict.passed(shortly, read));
  }
}
