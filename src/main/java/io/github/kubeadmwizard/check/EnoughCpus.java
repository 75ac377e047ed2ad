package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Source: preflight, NumCPUCheck, constants.ControlPlaneNumCPU. */
final class EnoughCpus implements HostCheck {
  private static final int CONTROL_PLANE = 2;

  @Override
  public String id() {
    return "NumCPU";
  }

  @Override
  public Group group() {
    return Group.MACHINE;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var cpus = at.facts().machine().cpus();
    if (cpus.isEmpty()) {
      return Optional.empty();
    }
    var read = Message.of("check.read.cpus", cpus.getAsInt());
    return Optional.of(
        !at.isControlPlane() || cpus.getAsInt() >= CONTROL_PLANE
            ? Verdict.passed(Verdict.value(cpus.getAsInt()), read)
            : Verdict.blocks(Verdict.value(cpus.getAsInt()), read));
  }
}
