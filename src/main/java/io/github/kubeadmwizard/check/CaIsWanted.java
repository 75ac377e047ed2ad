package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** A CA that lies there is used by init: right for a CA of one's own, wrong for a left-over. */
final class CaIsWanted implements HostCheck {
  private static final String CA = "/etc/kubernetes/pki/ca.crt";

  @Override
  public String id() {
    return "ExistingCa";
  }

  @Override
  public Group group() {
    return Group.LEFTOVERS;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    if (!at.isControlPlane()) {
      return Optional.empty(); // a worker's is FileAvailable--etc-kubernetes-pki-ca.crt
    }
    if (!at.facts().leftovers().kubernetesFiles().contains(CA)) {
      return Optional.of(
          Verdict.passed(Message.of("check.short.none"), Message.of("check.read.fileAbsent", CA)));
    }
    var read = Message.of("check.read.fileThere", CA);
    return Optional.of(
        at.isMember()
            ? Verdict.passed(Message.of("check.short.ours"), read)
            : Verdict.warning(Message.of("check.short.there"), read));
  }
}
