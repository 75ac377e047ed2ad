package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** Parts of which nothing is known, to start from. */
final class Unknown {
  private Unknown() {}

  static HostFacts host() {
    return new HostFacts(
        os(),
        machine(),
        kernel(),
        init(),
        new Storage(List.of(), List.of(), List.of()),
        network(),
        new Clock(OptionalLong.empty(), none(), none(), none()),
        firewall(),
        new Security(Security.SelinuxMode.DISABLED, none(), false),
        runtimes(),
        kubernetes(),
        leftovers(),
        packages(),
        new Login(OptionalInt.empty(), none(), none(), none(), none(), new TreeMap<>()),
        new TreeSet<>(),
        List.of(),
        List.of(),
        new Reading(false, 0, List.of()));
  }

  private static Os os() {
    return new Os(none(), none(), List.of(), none(), none(), none());
  }

  private static Machine machine() {
    var hostname = new Hostname(none(), none(), List.of());
    return new Machine(
        OptionalInt.empty(), none(), none(), none(), none(), none(), false, hostname);
  }

  private static Kernel kernel() {
    return new Kernel(
        none(),
        new Cgroups(Cgroups.Version.UNKNOWN, new TreeSet<>(), false),
        new Modules(new TreeMap<>()),
        new TreeMap<>(),
        new KernelConfig(none(), new TreeMap<>()),
        none());
  }

  private static InitSystem init() {
    return new InitSystem(none(), OptionalInt.empty(), none(), List.of(), new TreeMap<>());
  }

  private static Network network() {
    var resolver = new Resolver(List.of(), List.of(), none(), false, List.of());
    return new Network(List.of(), List.of(), List.of(), resolver, List.of(), List.of(), List.of());
  }

  private static Firewall firewall() {
    return new Firewall(
        Firewall.Tool.NONE,
        Service.absent("firewalld.service"),
        Service.absent("ufw.service"),
        Service.absent("nftables.service"),
        none(),
        Firewall.IptablesBackend.UNKNOWN,
        new TreeMap<>(),
        OptionalInt.empty(),
        List.of());
  }

  private static Runtimes runtimes() {
    var containerd =
        new Containerd(
            none(), Service.absent("containerd.service"), false, ContainerdConfig.absent());
    return new Runtimes(
        containerd,
        runtime("crio"),
        runtime("docker"),
        runtime("cri-docker"),
        DockerState.none(),
        List.of());
  }

  private static OtherRuntime runtime(String name) {
    return new OtherRuntime(none(), Service.absent(name + ".service"), false);
  }

  private static Kubernetes kubernetes() {
    return new Kubernetes(
        none(),
        none(),
        none(),
        none(),
        Service.absent("kubelet.service"),
        none(),
        List.of(),
        none(),
        none());
  }

  private static Leftovers leftovers() {
    return new Leftovers(List.of(), List.of(), List.of(), List.of(), List.of(), 0);
  }

  private static Packages packages() {
    return new Packages(
        PackageTool.NONE, new TreeMap<>(), new TreeSet<>(), List.of(), List.of(), List.of());
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
