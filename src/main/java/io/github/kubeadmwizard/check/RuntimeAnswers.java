package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.Containerd;
import io.github.kubeadmwizard.facts.OtherRuntime;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Source: preflight, ContainerRuntimeCheck. containerd is brought and put right by the install. */
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
          case CRI_O -> other("CRI-O", runtimes.crio());
          case DOCKER, MIRANTIS -> other("cri-dockerd", runtimes.criDockerd());
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

  private static Verdict other(String name, OtherRuntime runtime) {
    if (!runtime.isInstalled()) {
      return Verdict.blocks(
          Message.of("check.short.missing"), Message.of("check.read.runtimeMissing", name));
    }
    return runtime.socket()
        ? Verdict.passed(Message.of("check.short.on"), Message.of("check.read.runtimeOn", name))
        : Verdict.blocks(
            Message.of("check.short.stopped"), Message.of("check.read.runtimeStopped", name));
  }
}
