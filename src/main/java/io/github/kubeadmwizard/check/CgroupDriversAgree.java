package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** A kubelet and a runtime that disagree kill pods under load. Source: docs, cgroup drivers. */
final class CgroupDriversAgree implements HostCheck {
  @Override
  public String id() {
    return "CgroupDriver";
  }

  @Override
  public Group group() {
    return Group.RUNTIME;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var containerd = at.facts().runtimes().containerd();
    if (at.spec().runtime().name() != RuntimeSpec.Name.CONTAINERD || !containerd.isInstalled()) {
      return Optional.empty();
    }
    boolean systemd = containerd.config().systemdCgroup().orElse(false); // containerd's default
    var driver = systemd ? "systemd" : "cgroupfs";
    var read = Message.of("check.read.cgroupDriver", driver);
    boolean agrees =
        systemd == (at.spec().runtime().cgroupDriver() == RuntimeSpec.CgroupDriver.SYSTEMD);
    return Optional.of(
        agrees
            ? Verdict.passed(Verdict.value(driver), read)
            : Verdict.setByInstall(Verdict.value(driver), read));
  }
}
