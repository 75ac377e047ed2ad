package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.facts.OtherRuntime;
import io.github.kubeadmwizard.facts.Program;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * containerd before 2.0 does not answer RuntimeConfig. Sources: preflight,
 * ContainerRuntimeVersionCheck (a warning, from 1.38 an error); containerd's RELEASES.md.
 */
final class RuntimeIsNewEnough implements HostCheck {
  @Override
  public String id() {
    return "ContainerRuntimeVersion";
  }

  @Override
  public Group group() {
    return Group.RUNTIME;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    return switch (at.spec().runtime().name()) {
      case CONTAINERD -> coming(at).map(version -> judge(version, at));
      case CRI_O -> version(at.facts().runtimes().crio()).map(version -> crio(version, at));
      case DOCKER, MIRANTIS ->
          version(at.facts().runtimes().criDockerd()).map(version -> criDockerd(version, at));
    };
  }

  private static Optional<String> version(OtherRuntime runtime) {
    return runtime.program().flatMap(Program::version);
  }

  /** CRI-O is made for one minor of Kubernetes each. */
  private static Verdict crio(String installed, HostContext at) {
    String minor = at.spec().kubernetes().minorText();
    var read = Message.of("check.read.crio", installed, minor);
    return installed.startsWith(minor + ".")
        ? Verdict.passed(Verdict.value(installed), read)
        : Verdict.setByInstall(Verdict.value(installed), read);
  }

  /** Ours is new enough; one that is there is kept. */
  private static Verdict criDockerd(String installed, HostContext at) {
    String needed = at.requirements().value("criDockerd.runtimeConfig");
    var read = Message.of("check.read.criDockerd", installed, needed);
    return Version.of(installed).isAtLeast(Version.of(needed))
        ? Verdict.passed(Verdict.value(installed), read)
        : Verdict.warning(Verdict.value(installed), read);
  }

  /** What will run: what is there, else what the distribution has. */
  private static Optional<String> coming(HostContext at) {
    var os = at.facts().os();
    return at.facts()
        .runtimes()
        .containerd()
        .program()
        .flatMap(Program::version)
        .or(() ->
            Optional.of(
                    at.requirements()
                        .value(
                            "containerd.of." + os.id().orElse("") + "." + os.versionId().orElse(""),
                            ""))
                .filter(v -> !v.isEmpty() && fromDistribution(at)));
  }

  private static boolean fromDistribution(HostContext at) {
    return at.spec().runtime().from() == RuntimeSpec.Source.DISTRIBUTION;
  }

  private static Verdict judge(String installed, HostContext at) {
    var version = Version.of(installed);
    var tested = at.requirements().testedContainerd(at.spec().kubernetes());
    var read =
        Message.of(
            "check.read.containerd",
            installed,
            at.spec().kubernetes().minorText(),
            tested.stream().map(Version::toString).toList());
    if (isTested(version, tested)) {
      return Verdict.passed(Verdict.value(installed), read);
    }
    if (!fromDistribution(at)) {
      return Verdict.setByInstall(Verdict.value(installed), read);
    }
    return isRefused(version, at)
        ? Verdict.blocks(Verdict.value(installed), read)
        : Verdict.warning(Verdict.value(installed), read);
  }

  private static boolean isTested(Version version, List<Version> tested) {
    return tested.stream().anyMatch(t -> version.isOfLine(t) && version.isAtLeast(t))
        || tested.stream().allMatch(version::isAtLeast);
  }

  private static boolean isRefused(Version version, HostContext at) {
    var needed = KubernetesVersion.parse(at.requirements().value("kubernetes.needsRuntimeConfig"));
    var answers = Version.of(at.requirements().value("containerd.runtimeConfig"));
    return at.spec().kubernetes().atLeast(needed.major(), needed.minor())
        && !version.isAtLeast(answers);
  }
}
