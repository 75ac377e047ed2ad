package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.facts.OtherRuntime;
import io.github.kubeadmwizard.kubeadm.DaemonJson;
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
    Optional<String> known = driver(at);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    String driver = known.get();
    boolean systemd = driver.equals("systemd");
    var read = Message.of("check.read.cgroupDriver", driver);
    boolean agrees =
        systemd == (at.spec().runtime().cgroupDriver() == RuntimeSpec.CgroupDriver.SYSTEMD);
    return Optional.of(
        agrees
            ? Verdict.passed(Verdict.value(driver), read)
            : Verdict.setByInstall(Verdict.value(driver), read));
  }

  /** What is there already; CRI-O has systemd by itself, and Docker where cgroups are version 2. */
  private static Optional<String> driver(HostContext at) {
    var runtimes = at.facts().runtimes();
    return switch (at.spec().runtime().name()) {
      case CONTAINERD ->
          Optional.of(runtimes.containerd())
              .filter(containerd -> containerd.isInstalled())
              .map(containerd -> containerd.config().systemdCgroup().orElse(false)) // its default
              .map(systemd -> systemd ? "systemd" : "cgroupfs");
      case CRI_O -> Optional.empty();
      case DOCKER, MIRANTIS ->
          Optional.of(runtimes.docker())
              .filter(OtherRuntime::isInstalled)
              .map(_ ->
                  runtimes
                      .dockerState()
                      .daemonJson()
                      .flatMap(DaemonJson::driver)
                      .orElse("systemd"));
    };
  }
}
