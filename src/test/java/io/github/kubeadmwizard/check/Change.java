package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.Cgroups;
import io.github.kubeadmwizard.facts.Containerd;
import io.github.kubeadmwizard.facts.ContainerdConfig;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Hostname;
import io.github.kubeadmwizard.facts.Kernel;
import io.github.kubeadmwizard.facts.KernelConfig;
import io.github.kubeadmwizard.facts.Kubernetes;
import io.github.kubeadmwizard.facts.Leftovers;
import io.github.kubeadmwizard.facts.ListeningPort;
import io.github.kubeadmwizard.facts.Machine;
import io.github.kubeadmwizard.facts.Memory;
import io.github.kubeadmwizard.facts.Modules;
import io.github.kubeadmwizard.facts.Network;
import io.github.kubeadmwizard.facts.Nic;
import io.github.kubeadmwizard.facts.Packages;
import io.github.kubeadmwizard.facts.Probe;
import io.github.kubeadmwizard.facts.Program;
import io.github.kubeadmwizard.facts.Resolver;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.facts.Service;
import io.github.kubeadmwizard.facts.TextFile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One thing on a host is otherwise. */
final class Change {
  private Change() {}

  static UnaryOperator<HostFacts> cpus(int cpus) {
    return f -> {
      var m = f.machine();
      return f.with(
          new Machine(
              OptionalInt.of(cpus),
              m.memory(),
              m.hardware(),
              m.machineId(),
              m.productUuid(),
              m.virtualization(),
              m.container(),
              m.hostname()));
    };
  }

  static UnaryOperator<HostFacts> memory(long mib) {
    return f -> {
      var m = f.machine();
      var memory = new Memory(mib * 1024 * 1024, 0);
      return f.with(
          new Machine(
              m.cpus(),
              Optional.of(memory),
              m.hardware(),
              m.machineId(),
              m.productUuid(),
              m.virtualization(),
              m.container(),
              m.hostname()));
    };
  }

  static UnaryOperator<HostFacts> machine(String hardware, String virtualization, boolean inside) {
    return f -> {
      var m = f.machine();
      return f.with(
          new Machine(
              m.cpus(),
              m.memory(),
              Optional.of(hardware),
              m.machineId(),
              m.productUuid(),
              Optional.of(virtualization),
              inside,
              m.hostname()));
    };
  }

  static UnaryOperator<HostFacts> identity(String machineId, String uuid) {
    return f -> {
      var m = f.machine();
      return f.with(
          new Machine(
              m.cpus(),
              m.memory(),
              m.hardware(),
              Optional.of(machineId),
              Optional.of(uuid),
              m.virtualization(),
              m.container(),
              m.hostname()));
    };
  }

  static UnaryOperator<HostFacts> hostname(String name, String... addresses) {
    return f -> {
      var m = f.machine();
      return f.with(
          new Machine(
              m.cpus(),
              m.memory(),
              m.hardware(),
              m.machineId(),
              m.productUuid(),
              m.virtualization(),
              m.container(),
              new Hostname(Optional.of(name), Optional.empty(), List.of(addresses))));
    };
  }

  static UnaryOperator<HostFacts> release(String release) {
    return f -> {
      var k = f.kernel();
      return f.with(
          new Kernel(
              Optional.of(release),
              k.cgroups(),
              k.modules(),
              k.sysctls(),
              k.config(),
              k.commandLine()));
    };
  }

  static UnaryOperator<HostFacts> cgroups(Cgroups.Version version, String... controllers) {
    return f -> {
      var k = f.kernel();
      var cgroups = new Cgroups(version, new TreeSet<>(List.of(controllers)), true);
      return f.with(
          new Kernel(k.release(), cgroups, k.modules(), k.sysctls(), k.config(), k.commandLine()));
    };
  }

  static UnaryOperator<HostFacts> module(String name, Modules.State state) {
    return f -> {
      var k = f.kernel();
      var states = new TreeMap<>(k.modules().states());
      states.put(name, state);
      return f.with(
          new Kernel(
              k.release(),
              k.cgroups(),
              new Modules(states),
              k.sysctls(),
              k.config(),
              k.commandLine()));
    };
  }

  static UnaryOperator<HostFacts> sysctl(String name, String value) {
    return f -> {
      var k = f.kernel();
      var values = new TreeMap<>(k.sysctls());
      values.put(name, value);
      return f.with(
          new Kernel(k.release(), k.cgroups(), k.modules(), values, k.config(), k.commandLine()));
    };
  }

  static UnaryOperator<HostFacts> withoutOption(String option) {
    return f -> {
      var k = f.kernel();
      var values = new TreeMap<>(k.config().values());
      values.remove(option);
      return f.with(
          new Kernel(
              k.release(),
              k.cgroups(),
              k.modules(),
              k.sysctls(),
              new KernelConfig(k.config().source(), values),
              k.commandLine()));
    };
  }

  static UnaryOperator<HostFacts> without(String tool) {
    return f -> {
      var tools = new TreeSet<>(f.tools());
      tools.remove(tool);
      return f.withTools(tools);
    };
  }

  static UnaryOperator<HostFacts> listens(
      ListeningPort.Protocol protocol, int port, String process) {
    return f -> {
      var n = f.network();
      var socket =
          new ListeningPort(protocol, "::", port, Optional.of(process), OptionalInt.of(812));
      return f.with(
          new Network(
              n.nics(),
              n.routes(),
              List.of(socket),
              n.resolver(),
              n.hosts(),
              n.tools(),
              n.unmanaged()));
    };
  }

  static UnaryOperator<HostFacts> routes(Route... routes) {
    return f -> {
      var n = f.network();
      return f.with(
          new Network(
              n.nics(),
              List.of(routes),
              n.ports(),
              n.resolver(),
              n.hosts(),
              n.tools(),
              n.unmanaged()));
    };
  }

  /** A bridge beside the cards that are there. */
  static UnaryOperator<HostFacts> bridge(String name, String address, int prefix) {
    return f -> {
      var n = f.network();
      var own = List.of(new Nic.Address(address, prefix, false));
      var bridge = new Nic(name, Optional.empty(), 1500, true, false, own);
      var nics = Stream.concat(n.nics().stream(), Stream.of(bridge)).toList();
      return f.with(
          new Network(
              nics, n.routes(), n.ports(), n.resolver(), n.hosts(), n.tools(), n.unmanaged()));
    };
  }

  static UnaryOperator<HostFacts> resolver(boolean stub, List<String> servers, String... real) {
    return f -> {
      var n = f.network();
      var resolver = new Resolver(servers, List.of(), Optional.empty(), stub, List.of(real));
      return f.with(
          new Network(
              n.nics(), n.routes(), n.ports(), resolver, n.hosts(), n.tools(), n.unmanaged()));
    };
  }

  static UnaryOperator<HostFacts> leftovers(
      List<String> kubernetes, List<String> etcd, List<String> cni, List<String> links) {
    return f -> f.with(new Leftovers(kubernetes, etcd, List.of(), cni, links, 0));
  }

  static UnaryOperator<HostFacts> apiServer(String server) {
    return f -> {
      var k = f.kubernetes();
      return f.with(
          new Kubernetes(
              k.kubeadm(),
              k.kubelet(),
              k.kubectl(),
              k.crictl(),
              k.service(),
              k.environmentFile(),
              k.dropIns(),
              k.kubeadmFlags(),
              Optional.of(server)));
    };
  }

  static UnaryOperator<HostFacts> kubelet(String version, String enabled, String environment) {
    return f -> {
      var k = f.kubernetes();
      return f.with(
          new Kubernetes(
              Optional.of(program("kubeadm", version)),
              Optional.of(program("kubelet", version)),
              k.kubectl(),
              k.crictl(),
              new Service("kubelet.service", true, "active", enabled),
              Optional.of(new TextFile("/etc/default/kubelet", environment)),
              k.dropIns(),
              k.kubeadmFlags(),
              k.apiServer()));
    };
  }

  static UnaryOperator<HostFacts> containerd(String version, String active, boolean criOff) {
    return f -> {
      var r = f.runtimes();
      var config =
          new ContainerdConfig(
              true,
              OptionalInt.of(3),
              criOff,
              Optional.of(true),
              Optional.empty(),
              Optional.empty(),
              List.of());
      var containerd =
          new Containerd(
              Optional.of(program("containerd", version)),
              new Service("containerd.service", true, active, "enabled"),
              true,
              config);
      return f.with(r.withContainerd(containerd));
    };
  }

  static UnaryOperator<HostFacts> packages(UnaryOperator<Packages> change) {
    return f -> f.with(change.apply(f.packages()));
  }

  static UnaryOperator<HostFacts> probe(String target, Probe.Result result, long millis) {
    return f -> f.withProbes(List.of(new Probe(target, result, OptionalInt.empty(), millis, "")));
  }

  private static Program program(String name, String version) {
    return new Program(
        "/usr/bin/" + name, Optional.of(version), Optional.empty(), Optional.empty());
  }
}
