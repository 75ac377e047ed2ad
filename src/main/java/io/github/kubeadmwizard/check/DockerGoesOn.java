package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.DockerState;
import io.github.kubeadmwizard.kubeadm.DaemonJson;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/**
 * What becomes of the containers that Docker runs already: dockerd is restarted where its
 * configuration changes. Source: Docker docs, live restore.
 */
final class DockerGoesOn implements HostCheck {
  @Override
  public String id() {
    return "DockerContainers";
  }

  @Override
  public Group group() {
    return Group.RUNTIME;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var runtimes = at.facts().runtimes();
    DockerState state = runtimes.dockerState();
    if (!at.spec().runtime().isDocker() || !runtimes.docker().isInstalled()) {
      return Optional.empty();
    }
    String now = state.daemonJson().orElse("");
    Optional<String> next = DaemonJson.merged(now, at.spec());
    if (next.isEmpty()) {
      return Optional.of(
          Verdict.blocks(
              Verdict.value("daemon.json"), Message.of("check.read.daemonJson", DaemonJson.PATH)));
    }
    var running = Verdict.value(state.running());
    if (next.get().equals(now)) {
      return Optional.of(
          Verdict.passed(running, Message.of("check.read.dockerSame", state.running())));
    }
    if (state.running() == 0) {
      return Optional.of(Verdict.setByInstall(running, Message.of("check.read.dockerEmpty")));
    }
    return Optional.of(
        DaemonJson.keepsContainers(now)
            ? Verdict.setByInstall(running, Message.of("check.read.dockerLive", state.running()))
            : Verdict.warning(running, Message.of("check.read.dockerStops", state.running())));
  }
}
