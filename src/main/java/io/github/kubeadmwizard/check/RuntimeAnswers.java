package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.Containerd;
import io.github.kubeadmwizard.facts.OtherRuntime;
import io.github.kubeadmwizard.facts.Runtimes;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Source: preflight, ContainerRuntimeCheck. All but Mirantis' are brought by the installation. */
final class RuntimeAnswers implements HostCheck {
  @Override
  public String id() {
    return "CRI";
  }

  @Override
  public Group group() {
    return Group.RUNTIME;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var runtimes = at.facts().runtimes();
    return Optional.of(
        switch (at.spec().runtime().name()) {
          case CONTAINERD -> containerd(runtimes.containerd());
          case CRI_O -> brought("CRI-O", runtimes.crio());
          case DOCKER -> docker(runtimes);
          case MIRANTIS -> mirantis(runtimes);
        });
  }

  private static Verdict containerd(Containerd containerd) {
    var name = "containerd";
    if (!containerd.isInstalled()) {
      return Verdict.setByInstall(
          Message.of("check.short.toInstall"), Message.of("check.read.runtimeAbsent", name));
    }
    if (containerd.service().isMasked()) {
      return Verdict.blocks(Verdict.value("masked"), Message.of("check.read.runtimeMasked", name));
    }
    if (containerd.config().criDisabled()) {
      return Verdict.setByInstall(
          Message.of("check.short.criOff"), Message.of("check.read.criOff"));
    }
    return containerd.service().isActive()
        ? Verdict.passed(Message.of("check.short.on"), Message.of("check.read.runtimeOn", name))
        : Verdict.setByInstall(
            Message.of("check.short.stopped"), Message.of("check.read.runtimeStopped", name));
  }

  private static Verdict docker(Runtimes runtimes) {
    var engine = brought("Docker", runtimes.docker());
    return engine.state() == State.PASSED ? brought("cri-dockerd", runtimes.criDockerd()) : engine;
  }

  /** The installation brings it, or starts it. */
  private static Verdict brought(String name, OtherRuntime runtime) {
    if (!runtime.isInstalled()) {
      return Verdict.setByInstall(
          Message.of("check.short.toInstall"), Message.of("check.read.runtimeAbsent", name));
    }
    if (runtime.service().isMasked()) {
      return Verdict.blocks(Verdict.value("masked"), Message.of("check.read.runtimeMasked", name));
    }
    return runtime.socket()
        ? Verdict.passed(Message.of("check.short.on"), Message.of("check.read.runtimeOn", name))
        : Verdict.setByInstall(
            Message.of("check.short.stopped"), Message.of("check.read.runtimeStopped", name));
  }

  /** Nobody but the user brings it: it wants a subscription. cri-dockerd comes with it. */
  private static Verdict mirantis(Runtimes runtimes) {
    if (!runtimes.docker().isInstalled()) {
      return missing("Mirantis Container Runtime (docker.service)");
    }
    if (!runtimes.criDockerd().isInstalled()) {
      return missing("cri-dockerd (cri-docker.service)");
    }
    return runtimes.criDockerd().socket()
        ? Verdict.passed(
            Message.of("check.short.on"), Message.of("check.read.runtimeOn", "cri-dockerd"))
        : Verdict.setByInstall(
            Message.of("check.short.stopped"),
            Message.of("check.read.runtimeStopped", "cri-dockerd"));
  }

  private static Verdict missing(String name) {
    return Verdict.blocks(
        Message.of("check.short.missing"), Message.of("check.read.runtimeMissing", name));
  }
}
