package io.github.kubeadmwizard.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Leftovers;
import io.github.kubeadmwizard.facts.Network;
import io.github.kubeadmwizard.facts.Nic;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.network.AddressSpace.Collision;
import io.github.kubeadmwizard.network.AddressSpace.Stretch;
import io.github.kubeadmwizard.network.AddressSpace.Use;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class AddressSpaceTest {
  private static final Stretch HOSTS =
      new Stretch(Cidr.parse("10.88.0.0/24"), Use.HOSTS, "eth0", List.of("n1", "n2"));

  private final Choices choices = new Choices(2).read();

  private AddressSpace space() {
    return AddressSpace.of(choices.spec(), choices.basis()::factsOf, choices.ownRoutes);
  }

  private void pods(String range) {
    choices
        .draft()
        .change(spec ->
            spec.with(
                new NetworkSpec(
                    Optional.empty(),
                    spec.network().highAvailability(),
                    List.of(Cidr.parse(range)),
                    spec.network().serviceCIDR(),
                    "cluster.local",
                    spec.network().kubeProxy())));
  }

  private void route(String destination, String device) {
    choices.facts.replaceAll((_, facts) -> facts.with(withRoute(facts, destination, device)));
  }

  private static Network withRoute(HostFacts facts, String destination, String device) {
    return withRoute(facts, destination, device, Optional.empty());
  }

  private static Network withRoute(
      HostFacts facts, String destination, String device, Optional<String> through) {
    var was = facts.network();
    var route =
        new Route(
            destination,
            false,
            through,
            Optional.of(device),
            Optional.empty(),
            OptionalInt.empty());
    return new Network(
        was.nics(),
        List.of(route),
        was.ports(),
        was.resolver(),
        was.hosts(),
        was.tools(),
        was.unmanaged());
  }

  @Test
  void namesANetworkOnceHoweverManyHostsAreInIt() {
    assertThat(space().taken()).containsExactly(HOSTS);
    assertThat(space().collisions()).isEmpty();
  }

  @Test
  void aRouteOfANetworkOfACardIsNotNamedTwice() {
    route("10.88.0.0/24", "eth0");
    assertThat(space().taken()).containsExactly(HOSTS);
  }

  @Test
  void findsARouteThatThePodsLieIn() {
    route("10.240.0.0/12", "wg0");
    var vpn = new Stretch(Cidr.parse("10.240.0.0/12"), Use.ROUTE, "wg0", List.of("n1", "n2"));
    assertThat(space().collisions())
        .containsExactly(
            new Collision(new Stretch(Cidr.parse("10.244.0.0/16"), Use.PODS, "", List.of()), vpn));
  }

  @Test
  void aRouteThroughAnEarlierPodNetworkIsNoObstacle() {
    route("10.244.1.0/24", "flannel.1");
    choices.facts.replaceAll((_, facts) ->
        facts.with(
            new Leftovers(List.of(), List.of(), List.of(), List.of(), List.of("flannel.1"), 0)));
    assertThat(space().collisions()).isEmpty();
  }

  @Test
  void findsPodsAndServicesThatShareAddresses() {
    pods("10.96.0.0/16");
    assertThat(space().collisions(Use.SERVICES))
        .containsExactly(
            new Collision(
                new Stretch(Cidr.parse("10.96.0.0/16"), Use.PODS, "", List.of()),
                new Stretch(Cidr.parse("10.96.0.0/12"), Use.SERVICES, "", List.of())));
  }

  @Test
  void proposesTheFirstFreeRangeOfTheUpperHalf() {
    assertThat(space().free(Use.PODS, 16)).contains(Cidr.parse("10.128.0.0/16"));
    route("10.128.0.0/9", "wg0");
    assertThat(space().free(Use.PODS, 16)).contains(Cidr.parse("10.0.0.0/16"));
  }

  @Test
  void proposesElsewhereWhereTheWholeOfTenIsTakenAndNothingWhereAllIs() {
    route("10.0.0.0/8", "wg0");
    assertThat(space().free(Use.PODS, 16)).contains(Cidr.parse("172.16.0.0/16"));
    assertThat(space().free(Use.PODS, 8)).isEmpty();
  }

  @Test
  void aCardWithoutHardwareIsARoute() {
    choices.facts.put(
        new HostName("n1"),
        choices
            .facts
            .get(new HostName("n1"))
            .with(
                withRoute(choices.facts.get(new HostName("n1")), "default", "eth0")
                    .withNics(
                        List.of(
                            new Nic(
                                "docker0",
                                Optional.empty(),
                                1500,
                                true,
                                false,
                                List.of(new Nic.Address("172.17.0.1", 16, false)))))));
    assertThat(space().taken())
        .contains(new Stretch(Cidr.parse("172.17.0.0/16"), Use.ROUTE, "docker0", List.of("n1")));
  }

  @Test
  void aBridgeOfWhateverNameHoldsThePodsOfANode() {
    choices.facts.replaceAll((_, facts) -> facts.with(withBridge(facts, "10.244.1.1", 24)));
    assertThat(space().collisions()).as("on fresh machines").hasSize(1);
    choices.facts.replaceAll((_, facts) -> choices.member(facts, "10-mine.conflist", "other0"));
    assertThat(space().collisions()).as("on nodes").isEmpty();
    choices.facts.replaceAll((_, facts) -> facts.with(withBridge(facts, "10.244.0.1", 16)));
    assertThat(space().collisions()).as("all of the range").hasSize(1);
  }

  private static Network withBridge(HostFacts facts, String address, int prefix) {
    var nic =
        new Nic(
            "mine0",
            Optional.empty(),
            1500,
            true,
            false,
            List.of(new Nic.Address(address, prefix, false)));
    return facts.network().withNics(List.of(nic));
  }

  @Test
  void routesToPodsThroughAnotherHostAreThePodNetworksOwn() {
    choices.facts.replaceAll((_, facts) -> facts.with(withPodsRoute(facts, "10.88.0.12")));
    assertThat(space().collisions()).isEmpty();
    choices.facts.replaceAll((_, facts) -> facts.with(withPodsRoute(facts, "10.88.0.99")));
    assertThat(space().collisions()).hasSize(1);
  }

  private static Network withPodsRoute(HostFacts facts, String through) {
    return withRoute(facts, "10.244.1.0/24", "eth0", Optional.of(through));
  }

  private static Route own(String range, String card) {
    return new Route(
        range,
        range.contains(":"),
        Optional.empty(),
        Optional.of(card),
        Optional.empty(),
        OptionalInt.empty());
  }

  @Test
  void aVpnOfThisComputerCollidesButDoesNotBlock() {
    choices.ownRoutes.add(own("10.240.0.0/12", "wg0"));
    var vpn = new Stretch(Cidr.parse("10.240.0.0/12"), Use.LAPTOP, "wg0", List.of());
    var pods = new Stretch(Cidr.parse("10.244.0.0/16"), Use.PODS, "", List.of());
    assertThat(space().collisions()).containsExactly(new Collision(pods, vpn));
    assertThat(space().collisions().getFirst().blocks()).isFalse();
    assertThat(space().collisions().getFirst().larger()).isEqualTo(vpn);
    assertThat(space().collisions().getFirst().smaller()).isEqualTo(pods);
    assertThat(space().free(Use.PODS, 16)).contains(Cidr.parse("10.128.0.0/16"));
  }

  @Test
  void theClustersOwnLinksAndTheDefaultRouteOfThisComputerAreNoObstacle() {
    choices.ownRoutes.add(own("10.244.1.0/24", "flannel.1"));
    choices.ownRoutes.add(own("10.244.0.0/24", "cni0"));
    choices.ownRoutes.add(own("default", "wlan0"));
    assertThat(space().taken()).containsExactly(HOSTS);
  }
}
