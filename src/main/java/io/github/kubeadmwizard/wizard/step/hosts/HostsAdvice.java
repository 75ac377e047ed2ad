package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.text.Message;
import java.util.List;

/** One remark on the machines as a whole. */
final class HostsAdvice {
  private HostsAdvice() {}

  static Message of(List<HostRow> rows) {
    if (rows.isEmpty()) {
      return Message.of("wizard.hosts.advice.none");
    }
    long controlPlanes = rows.stream().filter(row -> row.spec().isControlPlane()).count();
    long workers = rows.size() - controlPlanes;
    if (controlPlanes >= 3) {
      return Message.of("wizard.hosts.advice.available");
    }
    if (controlPlanes == 2) {
      return Message.of("wizard.hosts.advice.two");
    }
    return workers == 0
        ? Message.of("wizard.hosts.advice.alone")
        : Message.of("wizard.hosts.advice.one");
  }
}
