package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** A mismatch is a warning. Source: system-validators v1.12.1, KernelValidator. */
final class KernelIsSupported implements HostCheck {
  @Override
  public String id() {
    return "SystemVerification";
  }

  @Override
  public Group group() {
    return Group.MACHINE;
  }

  @Override
  public String key() {
    return "Kernel";
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    return at.facts().kernel().release().map(release -> judge(release, at));
  }

  private static Verdict judge(String release, HostContext at) {
    var read = Message.of("check.read.kernel", release);
    boolean supported =
        at.requirements().list("kernel.supported").stream().anyMatch(release::matches);
    return supported
        ? Verdict.passed(Verdict.value(release), read)
        : Verdict.warning(Verdict.value(release), read);
  }
}
