package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.facts.Clock;
import io.github.kubeadmwizard.facts.PeerRoute;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The requirements between hosts. */
final class BetweenChecksTest {
  private final TestCluster cluster = TestCluster.ofThree();

  @Test
  void clonesAreFoundByWhatTheyShare() {
    cluster
        .facts("n2", Change.identity("aaaa", "uuid-1"))
        .facts("n3", Change.identity("aaaa", "uuid-1"));
    assertThat(cluster.cell("UniqueMachine", "n1")).isEqualTo("PASSED ok");
    assertThat(cluster.cell("UniqueMachine", "n2")).isEqualTo("BLOCKS n3");
    assertThat(cluster.cell("UniqueMachineId", "n3")).isEqualTo("BLOCKS n2");
    assertThat(cluster.finding("UniqueMachineId", "n3").mend())
        .containsExactly(Mends.newMachineId(), Mends.reboot());
    assertThat(cluster.override("UniqueMachine").cell("UniqueMachine", "n2"))
        .isEqualTo("OVERRIDDEN n3");
  }

  @Test
  void twoNodesOfOneNameAreRefusedWhateverTheUserOverrides() {
    cluster.unnamed("n2").facts("10.88.0.12", Change.hostname("N3")).override("UniqueHostname");
    assertThat(cluster.cell("UniqueHostname", "10.88.0.12")).isEqualTo("BLOCKS n3");
    assertThat(cluster.cell("UniqueHostname", "n3")).isEqualTo("BLOCKS 10.88.0.12");
  }

  @Test
  void macAddressesOfRealCardsAreUnique() {
    assertThat(cluster.cell("UniqueMac", "n1")).isEqualTo("PASSED ok");
    var others = GoodFacts.of(3).network();
    cluster.facts("n2", f -> f.with(others).withPeers(List.of()));
    assertThat(cluster.cell("UniqueMac", "n2")).isEqualTo("BLOCKS n3");
  }

  @Test
  void oneClockThatGoesWrongIsFoundAgainstTheMedian() {
    cluster
        .seen("n1", s -> ahead(s, Duration.ofMillis(20)))
        .seen("n2", s -> ahead(s, Duration.ofMillis(-10)))
        .seen("n3", s -> ahead(s, Duration.ofMinutes(11)));
    assertThat(cluster.cell("ClockSkew", "n1")).isEqualTo("PASSED 0 ms");
    assertThat(cluster.cell("ClockSkew", "n2")).isEqualTo("PASSED 30 ms");
    assertThat(cluster.cell("ClockSkew", "n3")).isEqualTo("BLOCKS 10 min");
    cluster.prepare(SystemChecksTest.prepare(List.of("ntp"), PrepareSpec.Selinux.KEEP));
    assertThat(cluster.cell("ClockSkew", "n3")).isEqualTo("SET_BY_INSTALL 10 min");
  }

  @Test
  void thirtySecondsAreBorneAndNoMore() {
    cluster
        .seen("n1", s -> ahead(s, Duration.ZERO))
        .seen("n2", s -> ahead(s, Duration.ofSeconds(-30)))
        .seen("n3", s -> ahead(s, Duration.ofSeconds(31)));
    assertThat(cluster.cell("ClockSkew", "n2")).isEqualTo("PASSED 30 s");
    assertThat(cluster.cell("ClockSkew", "n3")).isEqualTo("BLOCKS 31 s");
  }

  @Test
  void aClockIsComparedWithTheMiddleOfTheRoundTrip() {
    var asked = Instant.parse("2026-11-21T10:00:00Z");
    var there = asked.plusSeconds(5).getEpochSecond() * 1_000_000_000L;
    var facts =
        GoodFacts.of(1)
            .with(
                new Clock(
                    OptionalLong.of(there), Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(Seen.of(facts, asked, asked.plusSeconds(2)).ahead()).contains(Duration.ofSeconds(4));
    assertThat(Seen.of(GoodFacts.of(1), asked, asked).ahead()).isEmpty();
  }

  @Test
  void aPeerWithoutARouteBlocks() {
    cluster.facts("n2", f -> f.withPeers(List.of(lost("10.88.0.13"))));
    assertThat(cluster.cell("RouteToPeers", "n1")).isEqualTo("PASSED ok");
    assertThat(cluster.cell("RouteToPeers", "n2")).isEqualTo("BLOCKS 10.88.0.13");
  }

  @Test
  void hostGwBlocksBehindARouter() {
    var behind =
        new PeerRoute(
            "10.99.0.13",
            true,
            Optional.of("10.88.0.1"),
            Optional.of("eth0"),
            Optional.of("10.88.0.12"));
    cluster.facts("n2", f -> f.withPeers(List.of(behind)));
    assertThat(cluster.cell("RouteToPeers", "n2")).isEqualTo("PASSED ok");
    cluster.cni(CniSpec.DEFAULT.withBackend(Optional.of("host-gw")));
    assertThat(cluster.cell("RouteToPeers", "n2")).isEqualTo("BLOCKS routed");
  }

  @Test
  void anEvenNumberOfControlPlanesIsWarnedOf() {
    assertThat(whole("ControlPlaneCount").state()).isEqualTo(State.PASSED);
    cluster.host("n2", BetweenChecksTest::controlPlane);
    assertThat(whole("ControlPlaneCount").state()).isEqualTo(State.WARNING);
    cluster.host("n3", BetweenChecksTest::controlPlane);
    assertThat(whole("ControlPlaneCount").state()).isEqualTo(State.PASSED);
  }

  @Test
  void aPodRangeWithFewerSharesThanNodesBlocks() {
    assertThat(English.say(whole("PodCapacity").shortly())).isEqualTo("256");
    var d = NetworkSpec.DEFAULT;
    cluster.network(
        new NetworkSpec(
            d.endpoint(),
            d.highAvailability(),
            List.of(Cidr.parse("10.244.0.0/23")),
            d.serviceCIDR(),
            d.dnsDomain(),
            d.kubeProxy()));
    assertThat(whole("PodCapacity").state()).isEqualTo(State.BLOCKS);
  }

  private Finding whole(String key) {
    return cluster.look().byCheck().getOrDefault(key, List.of()).getFirst();
  }

  private static Seen ahead(Seen seen, Duration ahead) {
    return new Seen(seen.facts(), Optional.of(ahead));
  }

  private static PeerRoute lost(String address) {
    return new PeerRoute(address, false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static HostSpec controlPlane(HostSpec h) {
    return new HostSpec(
        h.name(),
        h.address(),
        h.port(),
        h.user(),
        h.key(),
        h.agent(),
        Set.of(Role.CONTROL_PLANE),
        h.nodeIP(),
        h.advertiseAddress(),
        h.setHostname(),
        h.labels(),
        h.taints());
  }
}
