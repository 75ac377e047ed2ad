package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Docker's containerd.io and the distribution's containerd replace each other, with what needs it.
 */
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
    if (at.spec().runtime().name() != RuntimeSpec.Name.CONTAINERD) {
      return Optional.empty();
    }
    var removed =
        switch (at.spec().runtime().from()) {
          case DOCKER_REPOSITORY -> installed(at, "containerd", "docker.io", "runc");
          case DISTRIBUTION -> installed(at, "containerd.io", "docker-ce");
          case BINARIES -> installed(at, "containerd", "containerd.io"); // ours runs in its place
        };
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
