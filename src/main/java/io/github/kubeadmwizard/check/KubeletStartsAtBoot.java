package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Source: preflight, ServiceCheck for the kubelet: a warning. */
final class KubeletStartsAtBoot implements HostCheck {
  @Override
  public String id() {
    return "Service-Kubelet";
  }

  @Override
  public Group group() {
    return Group.LEFTOVERS;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var service = at.facts().kubernetes().service();
    if (!service.loaded()) {
      return Optional.of(
          Verdict.setByInstall(
              Message.of("check.short.toInstall"), Message.of("check.read.noKubelet")));
    }
    var read = Message.of("check.read.kubeletService", service.enabled(), service.active());
    if (service.isMasked()) {
      return Optional.of(Verdict.blocks(Verdict.value(service.enabled()), read));
    }
    return Optional.of(
        service.isEnabled()
            ? Verdict.passed(Verdict.value(service.enabled()), read)
            : Verdict.setByInstall(Message.of("check.short.toSet"), read));
  }
}
