package io.github.kubeadmwizard.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The network of the machine of {@link RedHatFactsTest}. */
final class RedHatNetworkTest {
  private final HostFacts host = RecordedFacts.facts("rhel-9");

  @Test
  void readsCards() {
    assertThat(host.network().nics())
        .containsExactly(
            new Nic(
                "eth0",
                Optional.of("52:54:00:aa:bb:01"),
                9001,
                true,
                true,
                List.of(
                    new Nic.Address("192.0.2.10", 24, true),
                    new Nic.Address("2001:db8::10", 64, false))),
            new Nic("eth1", Optional.of("52:54:00:aa:bb:02"), 1500, false, false, List.of()),
            new Nic(
                "wg0",
                Optional.empty(),
                1420,
                true,
                false,
                List.of(new Nic.Address("10.9.0.1", 32, false))));
    assertThat(host.network().carries("2001:db8::10")).isTrue();
  }

  @Test
  void readsRoutesOfBothFamilies() {
    assertThat(host.network().routes())
        .containsExactly(
            ipv4("default", "192.0.2.1", "192.0.2.10", 100),
            ipv4("192.0.2.0/24", "", "192.0.2.10", 100),
            ipv4("203.0.113.0/24", "192.0.2.2", "", 0),
            ipv4("203.0.113.0/24", "192.0.2.3", "", 0),
            ipv6("2001:db8::/64", ""),
            ipv6("default", "2001:db8::1"));
  }

  @Test
  void readsListenersWithTheirProgram() {
    assertThat(host.network().ports())
        .containsExactly(
            port(ListeningPort.Protocol.UDP, "127.0.0.1", 323, "chronyd", 700),
            port(ListeningPort.Protocol.TCP, "::", 22, "sshd", 900),
            port(ListeningPort.Protocol.TCP, "::", 10250, "old kubelet", 1234),
            new ListeningPort(
                ListeningPort.Protocol.TCP,
                "127.0.0.1",
                6443,
                Optional.empty(),
                OptionalInt.empty()));
  }

  @Test
  void readsNameResolution() {
    assertThat(host.network().resolver())
        .isEqualTo(
            new Resolver(
                List.of("192.0.2.53", "2001:db8::53"),
                List.of("example.org", "lab.example.org"),
                Optional.empty(),
                false,
                List.of()));
    assertThat(host.network().hosts())
        .containsExactly(
            new HostsEntry("127.0.0.1", List.of("localhost", "localhost.localdomain")),
            new HostsEntry("192.0.2.10", List.of("cp1.example.org", "cp1")));
    assertThat(host.network().tools()).containsExactly("NetworkManager");
    assertThat(host.network().unmanaged())
        .containsExactly("interface-name:cali*;interface-name:flannel*");
  }

  @Test
  void readsRoutesToPeersAndProbes() {
    assertThat(host.peers())
        .containsExactly(
            new PeerRoute(
                "192.0.2.11",
                true,
                Optional.empty(),
                Optional.of("eth0"),
                Optional.of("192.0.2.10")),
            new PeerRoute(
                "198.51.100.7", false, Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(host.probes())
        .containsExactly(
            new Probe(
                "https://pkgs.example.org/x",
                Probe.Result.TLS,
                OptionalInt.empty(),
                300,
                "SSL certificate problem: certificate has expired"),
            new Probe("10.0.0.9:22", Probe.Result.TIMEOUT, OptionalInt.empty(), 0, ""));
  }

  private static Route ipv4(String destination, String via, String source, int metric) {
    return new Route(
        destination,
        false,
        text(via),
        Optional.of("eth0"),
        text(source),
        metric == 0 ? OptionalInt.empty() : OptionalInt.of(metric));
  }

  private static Route ipv6(String destination, String via) {
    return new Route(
        destination, true, text(via), Optional.of("eth0"), Optional.empty(), OptionalInt.of(100));
  }

  private static ListeningPort port(
      ListeningPort.Protocol protocol, String address, int port, String process, int pid) {
    return new ListeningPort(protocol, address, port, Optional.of(process), OptionalInt.of(pid));
  }

  private static Optional<String> text(String text) {
    return Optional.of(text).filter(t -> !t.isEmpty());
  }
}
