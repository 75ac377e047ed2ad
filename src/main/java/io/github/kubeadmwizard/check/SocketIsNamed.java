package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** kubeadm stops where it finds several and is told none; we always tell it. */
final class SocketIsNamed implements HostCheck {
  @Override
  public String id() {
    return "CriSocket";
  }

  @Override
  public Group group() {
    return Group.RUNTIME;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var sockets = at.facts().runtimes().sockets();
    var chosen = at.spec().runtime().criSocket();
    boolean docker = at.spec().runtime().isDocker(); // containerd is Docker's own then
    boolean others =
        sockets.stream().anyMatch(socket -> !docker || !socket.endsWith("/containerd.sock"));
    if (others && !sockets.contains(chosen.replace("unix://", ""))) { // another may be meant
      return Optional.of(
          Verdict.warning(
              Verdict.value(sockets.getFirst()),
              Message.of("check.read.otherSockets", sockets, chosen)));
    }
    return Optional.of(
        Verdict.passed(
            Verdict.value(sockets.size()), Message.of("check.read.sockets", sockets, chosen)));
  }
}
