package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Docker's packages and the distribution's replace each other, with what needs them. */
final class RuntimePackagesAgree implements HostCheck {
  @Override
  public String id() {
    return "RuntimePackages";
  }

  @Override
  public Group group() {
    return Group.RUNTIME;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    RuntimeSpec wish = at.spec().runtime();
    var removed =
        switch (wish.from()) {
          case DOCKER_REPOSITORY -> installed(at, "containerd", "docker.io", "runc");
          case DISTRIBUTION -> installed(at, "containerd.io", "docker-ce");
          case BINARIES -> installed(at, "containerd", "containerd.io"); // ours runs in its place
          case CRI_O_REPOSITORY, INSTALLED -> List.<String>of();
        };
    if (wish.from() == RuntimeSpec.Source.INSTALLED) {
      return Optional.empty();
    }
    if (removed.isEmpty()) {
      return Optional.of(
          Verdict.passed(Message.of("check.short.ok"), Message.of("check.read.noConflict")));
    }
    var read = Message.of("check.read.conflict", removed);
    return Optional.of(
        at.facts().runtimes().docker().service().isActive()
            ? Verdict.blocks(Verdict.value(removed), read)
            : Verdict.warning(Verdict.value(removed), read));
  }

  private static List<String> installed(HostContext at, String... names) {
    var installed = at.facts().packages().installed();
    return Arrays.stream(names).filter(name -> installed.containsKey(name)).toList();
  }
}
