package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.Cgroups;
import io.github.kubeadmwizard.facts.Clock;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Hostname;
import io.github.kubeadmwizard.facts.HostsEntry;
import io.github.kubeadmwizard.facts.InitSystem;
import io.github.kubeadmwizard.facts.Kernel;
import io.github.kubeadmwizard.facts.KernelConfig;
import io.github.kubeadmwizard.facts.Login;
import io.github.kubeadmwizard.facts.Machine;
import io.github.kubeadmwizard.facts.Memory;
import io.github.kubeadmwizard.facts.Modules;
import io.github.kubeadmwizard.facts.Network;
import io.github.kubeadmwizard.facts.Nic;
import io.github.kubeadmwizard.facts.Os;
import io.github.kubeadmwizard.facts.PackageTool;
import io.github.kubeadmwizard.facts.Packages;
import io.github.kubeadmwizard.facts.PeerRoute;
import io.github.kubeadmwizard.facts.Resolver;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.facts.Space;
import io.github.kubeadmwizard.facts.Storage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** A Debian 13 machine on which everything is as the installation wants it, but for packages. */
final class GoodFacts {
  private static final long GB = 1_000_000_000L;

  private GoodFacts() {}

  static HostFacts of(int number) {
    return HostFacts.unknown()
        .with(
            new Os(
                Optional.of("Linux"),
                Optional.of("debian"),
                List.of(),
                Optional.of("13"),
                Optional.of("trixie"),
                Optional.of("Debian GNU/Linux 13 (trixie)")))
        .with(machine(number))
        .with(kernel())
        .with(
            new InitSystem(
                Optional.of("systemd"),
                OptionalInt.of(257),
                Optional.of("running"),
                List.of(),
                new TreeMap<>()))
        .with(new Storage(List.of(space("/var", 40), space("/usr", 40)), List.of(), List.of()))
        .with(network(number))
        .with(
            new Clock(
                OptionalLong.empty(), Optional.of(true), Optional.of("chrony"), Optional.empty()))
        .with(
            new Packages(
                PackageTool.APT, new TreeMap<>(), new TreeSet<>(), List.of(), List.of(), List.of()))
        .with(
            new Login(
                OptionalInt.of(0),
                Optional.of("root"),
                Optional.of("ops"),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>()))
        .withTools(new TreeSet<>(List.of("losetup", "mount", "cp", "iptables", "curl")))
        .withPeers(
            IntStream.rangeClosed(1, 3)
                .filter(peer -> peer != number)
                .mapToObj(peer -> route("10.88.0.1" + peer, "10.88.0.1" + number))
                .toList());
  }

  static Space space(String path, long gb) {
    return new Space(path, "/", "/dev/sda1", "ext4", 50 * GB, gb * GB, false);
  }

  private static PeerRoute route(String to, String from) {
    return new PeerRoute(to, true, Optional.empty(), Optional.of("eth0"), Optional.of(from));
  }

  private static Machine machine(int number) {
    return new Machine(
        OptionalInt.of(4),
        Optional.of(new Memory(4000L * 1024 * 1024, 3000L * 1024 * 1024)),
        Optional.of("x86_64"),
        Optional.of("0000000000000000000000000000000" + number),
        Optional.of("11111111-0000-0000-0000-00000000000" + number),
        Optional.of("kvm"),
        false,
        new Hostname(Optional.of("n" + number), Optional.empty(), List.of("10.88.0.1" + number)));
  }

  private static Kernel kernel() {
    var modules = new TreeMap<String, Modules.State>();
    List.of("overlay", "br_netfilter", "nf_conntrack")
        .forEach(name -> modules.put(name, Modules.State.LOADED));
    var config = new TreeMap<String, String>();
    for (String option : Requirements.brought().list("kernel.options")) {
      config.put(option.split("\\|", -1)[0], "y");
    }
    return new Kernel(
        Optional.of("6.12.48+deb13-amd64"),
        new Cgroups(
            Cgroups.Version.V2,
            new TreeSet<>(List.of("cpu", "cpuset", "devices", "freezer", "io", "memory", "pids")),
            true),
        new Modules(modules),
        new TreeMap<>(
            Map.of("net.ipv4.ip_forward", "1", "net.bridge.bridge-nf-call-iptables", "1")),
        new KernelConfig(Optional.of("/boot/config-6.12.48+deb13-amd64"), config),
        Optional.of("quiet"));
  }

  private static Network network(int number) {
    var address = "10.88.0.1" + number;
    var eth0 =
        new Nic(
            "eth0",
            Optional.of("52:54:00:00:00:0" + number),
            1500,
            true,
            true,
            List.of(new Nic.Address(address, 24, false)));
    var gateway =
        new Route(
            "default",
            false,
            Optional.of("10.88.0.254"),
            Optional.of("eth0"),
            Optional.empty(),
            OptionalInt.empty());
    var link =
        new Route(
            "10.88.0.0/24",
            false,
            Optional.empty(),
            Optional.of("eth0"),
            Optional.of(address),
            OptionalInt.empty());
    var resolver =
        new Resolver(List.of("10.88.0.1"), List.of(), Optional.empty(), false, List.of());
    return new Network(
        List.of(eth0),
        List.of(gateway, link),
        List.of(),
        resolver,
        List.of(new HostsEntry(address, List.of("n" + number))),
        List.of("ifupdown"),
        List.of());
  }
}
