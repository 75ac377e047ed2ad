package io.github.kubeadmwizard.wizard.step.runtime;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.facts.Cgroups;
import io.github.kubeadmwizard.facts.Containerd;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.OtherRuntime;
import io.github.kubeadmwizard.facts.Program;
import io.github.kubeadmwizard.kubeadm.DaemonJson;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a host has of runtimes, and what becomes of it.
 *
 * @param replaced whether something that is there gives way
 */
record HostFate(Message found, Message cgroups, Message becomes, boolean replaced) {

  /** Of a host that was not read. */
  static HostFate unread() {
    var unread = Message.of("choices.runtime.unread");
    return new HostFate(unread, unread, unread, false);
  }

  /** Of what was read, with this choice. */
  static HostFate of(HostFacts facts, RuntimeSpec wish) {
    boolean gives = givesWay(facts, wish);
    return new HostFate(found(facts), cgroups(facts), becomes(facts, wish, gives), gives);
  }

  private static Message found(HostFacts facts) {
    var runtimes = facts.runtimes();
    var names = new ArrayList<Message>();
    if (runtimes.containerd().isInstalled()) {
      names.add(named("containerd", runtimes.containerd().program()));
    }
    add(names, "CRI-O", runtimes.crio());
    add(names, "Docker", runtimes.docker());
    return switch (names.size()) {
      case 0 -> Message.of("choices.runtime.nothing");
      case 1 -> names.getFirst();
      default -> Message.of("choices.list", List.copyOf(names));
    };
  }

  private static void add(List<Message> names, String name, OtherRuntime runtime) {
    if (runtime.isInstalled()) {
      names.add(named(name, runtime.program()));
    }
  }

  private static Message named(String name, Optional<Program> program) {
    return program
        .flatMap(Program::version)
        .map(version -> Message.of("choices.runtime.named", name, version))
        .orElseGet(() -> Message.of("choices.plain", name));
  }

  private static Message cgroups(HostFacts facts) {
    String version =
        switch (facts.kernel().cgroups().version()) {
          case V1 -> "v1";
          case V2 -> "v2";
          case HYBRID -> "v1 + v2";
          case UNKNOWN -> "?";
        };
    if (facts.kernel().cgroups().version() == Cgroups.Version.UNKNOWN) {
      return Message.of("choices.runtime.unread");
    }
    return driver(facts.runtimes().containerd())
        .map(driver -> Message.of("choices.runtime.cgroup", version, driver))
        .orElseGet(() -> Message.of("choices.plain", version));
  }

  /** containerd's own default is cgroupfs. Source: containerd, docs/cri/config.md. */
  private static Optional<String> driver(Containerd containerd) {
    if (!containerd.isInstalled()) {
      return Optional.empty();
    }
    return Optional.of(containerd.config().systemdCgroup().orElse(false) ? "systemd" : "cgroupfs");
  }

  /** Packages that exclude each other, and files that run in another's place. */
  private static boolean givesWay(HostFacts facts, RuntimeSpec wish) {
    var installed = facts.packages().installed().keySet();
    return leaving(wish).stream().anyMatch(installed::contains);
  }

  private static List<String> leaving(RuntimeSpec wish) {
    boolean docker = wish.name() == RuntimeSpec.Name.DOCKER;
    return switch (wish.from()) {
      case DOCKER_REPOSITORY -> List.of("containerd", "docker.io", "runc");
      case DISTRIBUTION ->
          docker ? List.of("docker-ce", "containerd.io") : List.of("containerd.io", "docker-ce");
      case BINARIES -> List.of("containerd", "containerd.io");
      case CRI_O_REPOSITORY, INSTALLED -> List.of();
    };
  }

  private static Message becomes(HostFacts facts, RuntimeSpec wish, boolean gives) {
    var installed = facts.packages().installed();
    String name = name(wish);
    if (gives) {
      return Message.of("choices.runtime.replaced", name);
    }
    boolean same = isThere(facts, wish, installed.keySet());
    if (!same) {
      return Message.of("choices.runtime.installs", name);
    }
    String driver =
        wish.cgroupDriver() == RuntimeSpec.CgroupDriver.SYSTEMD ? "systemd" : "cgroupfs";
    return driver(facts, wish).filter(driver::equals).isPresent()
        ? Message.of("choices.runtime.kept")
        : Message.of("choices.runtime.keptDriver", driver);
  }

  private static boolean isThere(HostFacts facts, RuntimeSpec wish, Set<String> installed) {
    return switch (wish.name()) {
      case CONTAINERD ->
          wish.from() != RuntimeSpec.Source.BINARIES
              && installed.contains(
                  wish.from() == RuntimeSpec.Source.DOCKER_REPOSITORY
                      ? "containerd.io"
                      : "containerd");
      case CRI_O -> facts.runtimes().crio().isInstalled();
      case DOCKER, MIRANTIS ->
          facts.runtimes().docker().isInstalled() && facts.runtimes().criDockerd().isInstalled();
    };
  }

  /** Of Docker what its file says, else what it does by itself on cgroup v2. */
  private static Optional<String> driver(HostFacts facts, RuntimeSpec wish) {
    return switch (wish.name()) {
      case CONTAINERD -> driver(facts.runtimes().containerd());
      case CRI_O -> Optional.of("systemd");
      case DOCKER, MIRANTIS ->
          facts
              .runtimes()
              .dockerState()
              .daemonJson()
              .flatMap(DaemonJson::driver)
              .or(() -> Optional.of("systemd"));
    };
  }

  private static String name(RuntimeSpec wish) {
    String program =
        switch (wish.name()) {
          case CONTAINERD ->
              wish.from() == RuntimeSpec.Source.DOCKER_REPOSITORY ? "containerd.io" : "containerd";
          case CRI_O -> "CRI-O";
          case DOCKER -> "Docker, cri-dockerd";
          case MIRANTIS -> "Mirantis Container Runtime";
        };
    return wish.version().map(version -> program + " " + version).orElse(program);
  }
}
