package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** A socket that Kubernetes itself had until 1.23. Source: kubernetes.io, dockershim removal. */
final class DockershimIsGone implements HostCheck {
  @Override
  public String id() {
    return "Dockershim";
  }

  @Override
  public Group group() {
    return Group.RUNTIME;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    return at.facts().runtimes().dockerState().dockershim()
        ? Optional.of(
            Verdict.warning(Verdict.value("dockershim.sock"), Message.of("check.read.dockershim")))
        : Optional.empty();
  }
}
