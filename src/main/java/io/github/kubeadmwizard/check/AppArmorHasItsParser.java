package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** containerd applies its profile only where the parser is there; pods that name one else fail. */
final class AppArmorHasItsParser implements HostCheck {
  @Override
  public String id() {
    return "AppArmor";
  }

  @Override
  public Group group() {
    return Group.SYSTEM;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    if (!at.facts().security().appArmor()) {
      return Optional.of(
          Verdict.passed(Message.of("check.short.off"), Message.of("check.read.appArmorOff")));
    }
    if (at.facts().tools().contains("apparmor_parser")) {
      return Optional.of(
          Verdict.passed(Message.of("check.short.on"), Message.of("check.read.appArmorOn")));
    }
    var verdict =
        Verdict.warning(
            Message.of("check.short.noParser"), Message.of("check.read.appArmorNoParser"));
    return Optional.of(Mends.installPackage("apparmor", at).map(verdict::mendedBy).orElse(verdict));
  }
}
