package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Arrays;
import java.util.Optional;

/** Source: system-validators v1.12.1, DefaultSysSpec.KernelSpec. */
final class KernelHasOptions implements HostCheck {
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
    return "KernelConfig";
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var config = at.facts().kernel().config();
    if (config.source().isEmpty()) {
      return Optional.of(
          Verdict.warning(
              Message.of("check.short.unknown"), Message.of("check.read.kernelConfigUnknown")));
    }
    var missing =
        at.requirements().list("kernel.options").stream()
            .filter(names -> Arrays.stream(names.split("\\|", -1)).noneMatch(config::isSet))
            .toList();
    var read = Message.of("check.read.kernelConfig", config.source().get(), missing);
    return Optional.of(
        missing.isEmpty()
            ? Verdict.passed(Message.of("check.short.ok"), Message.of("check.read.kernelConfigAll"))
            : Verdict.blocks(Verdict.value(missing), read));
  }
}
