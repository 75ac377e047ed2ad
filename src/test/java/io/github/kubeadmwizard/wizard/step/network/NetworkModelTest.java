package io.github.kubeadmwizard.wizard.step.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.NetworkSpec.HighAvailability.Mode;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.network.AddressSpace.Use;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class NetworkModelTest {
  private final Choices choices = new Choices(3).read();
  private final NetworkModel model = new NetworkModel(choices.basis());

  private StepState.Kind kind() {
    return model.state().get().kind();
  }

  @Test
  void isSuggestedUntilSomebodyLooked() {
    assertThat(model.state().get())
        .isEqualTo(
            StepState.of(
                StepState.Kind.SUGGESTED, Message.of("choices.network.shortly", "10.244.0.0/16")));
    model.look();
    assertThat(kind()).isEqualTo(StepState.Kind.DONE);
  }

  @Test
  void isToBeLookedAtAgainWhenAHostCame() {
    model.look();
    choices.draft().change(spec -> spec.withHosts(spec.hosts().subList(0, 2)));
    assertThat(model.state().get().shortly()).isEqualTo(Message.of("choices.state.again"));
  }

  @Test
  void keepsWhatIsTypedThoughItIsNotRightYetAndTheChoicesDoNotTakeIt() {
    model.pods().text().set("10.244.0.0/");
    assertThat(kind()).isEqualTo(StepState.Kind.BLOCKED);
    assertThat(model.pods().value()).isEqualTo("10.244.0.0/");
    assertThat(choices.spec().network().podCIDR()).containsExactly(Cidr.parse("10.244.0.0/16"));
    choices.factsRead();
    assertThat(model.pods().value()).isEqualTo("10.244.0.0/");
  }

  @Test
  void saysWhatWasProbablyMeant() {
    model.pods().text().set("10.244.3.1/16");
    assertThat(model.pods().wrong().get().orElseThrow().key()).isEqualTo("draft.problemWithMeant");
    assertThat(model.pods().wrong().get().orElseThrow().args()).contains("10.244.0.0/16");
  }

  @Test
  void aCollisionWithTheHostsNetworkBlocksAndTheFreeRangeMendsIt() {
    model.pods().text().set("10.80.0.0/12");
    assertThat(model.pods().wrong().get())
        .contains(Message.of("choices.network.collides.taken", "10.88.0.0/24", "eth0", 3, "n1"));
    assertThat(model.state().get().remark()).contains(Message.of("choices.network.collides"));
    assertThat(model.proposed(Use.PODS)).contains(Cidr.parse("10.128.0.0/12"));

    model.useFree(Use.PODS);

    assertThat(model.pods().value()).isEqualTo("10.128.0.0/12");
    assertThat(model.pods().wrong().get()).isEmpty();
    assertThat(choices.spec().network().podCIDR()).containsExactly(Cidr.parse("10.128.0.0/12"));
    assertThat(kind()).isEqualTo(StepState.Kind.SUGGESTED);
  }

  @Test
  void aVpnOfThisComputerIsNamedAndAFreeRangeProposedButNobodyIsStopped() {
    choices.ownRoutes.add(
        new Route(
            "10.240.0.0/12",
            false,
            Optional.empty(),
            Optional.of("wg0"),
            Optional.empty(),
            OptionalInt.empty()));
    choices.factsRead();
    assertThat(model.readsOwn()).isTrue();
    assertThat(model.space().collisions().stream().map(NetworkModel::collides))
        .containsExactly(Message.of("choices.network.collides.own", "10.240.0.0/12", "wg0"));
    assertThat(model.pods().wrong().get()).isEmpty();
    assertThat(kind()).isNotEqualTo(StepState.Kind.BLOCKED);
    assertThat(model.proposed(Use.PODS)).contains(Cidr.parse("10.128.0.0/16"));
  }

  @Test
  void aCollisionThatWasOverriddenByNameDoesNotBlock() {
    choices
        .draft()
        .change(spec ->
            spec.with(new io.github.kubeadmwizard.cluster.ChecksSpec(List.of("networkoverlap"))));
    model.pods().text().set("10.0.0.0/12");
    assertThat(model.pods().wrong().get()).isEmpty();
  }

  @Test
  void servicesInsideThePodsAreNamedAtTheServices() {
    model.services().text().set("10.244.0.0/20");
    assertThat(model.services().wrong().get().orElseThrow().args().getFirst())
        .isEqualTo(
            Message.of(
                "cluster.overlap.what", Cidr.parse("10.244.0.0/20"), Cidr.parse("10.244.0.0/16")));
  }

  @Test
  void countsNodesPodsAndServices() {
    assertThat(model.capacity()).contains(new Capacity(256, 24, 110, 1_048_574));
    model.api().arguments().get(1).pairs().add().name().set("node-cidr-mask-size");
    model.api().arguments().get(1).pairs().lines().getFirst().value().set("26");
    assertThat(model.capacity()).contains(new Capacity(1024, 26, 62, 1_048_574));
  }

  @Test
  void onlyWaysThatTheEngineKnowsCanBeChosen() {
    assertThat(model.isInstallable(Mode.NONE)).isTrue();
    assertThat(model.isInstallable(Mode.EXTERNAL)).isTrue();
    assertThat(model.isInstallable(Mode.KUBE_VIP)).isFalse();
  }

  @Test
  void anOwnLoadBalancerNeedsItsName() {
    model.reach(Mode.EXTERNAL);
    assertThat(kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.endpoint().text().set("k8s.example.org:6443");
    assertThat(kind()).isEqualTo(StepState.Kind.SUGGESTED);
    assertThat(choices.spec().network().endpoint()).contains("k8s.example.org:6443");
  }

  @Test
  void rareSettingsGoIntoKubeadmsDocumentsAndOutAgain() {
    model.api().bindPort().text().set("7443");
    model.api().names().text().set("k8s.example.org, 203.0.113.7");
    model.api().dataDir().text().set("/data/etcd");
    var volume = model.api().volumes().add();
    volume.name().set("audit");
    volume.value().set("/etc/audit:/etc/audit:ro");
    assertThat(choices.spec().kubeadm().documents())
        .isEqualTo(
            Map.of(
                "initConfiguration",
                Map.of("localAPIEndpoint", Map.of("bindPort", 7443)),
                "clusterConfiguration",
                Map.of(
                    "apiServer",
                    Map.of(
                        "certSANs",
                        List.of("k8s.example.org", "203.0.113.7"),
                        "extraVolumes",
                        List.of(
                            Map.of(
                                "name",
                                "audit",
                                "hostPath",
                                "/etc/audit",
                                "mountPath",
                                "/etc/audit",
                                "readOnly",
                                true))),
                    "etcd",
                    Map.of("local", Map.of("dataDir", "/data/etcd")))));
    assertThat(model.differing()).isEqualTo(4);

    model.api().bindPort().text().set("");
    model.api().names().text().set("");
    model.api().dataDir().text().set("");
    model.api().volumes().remove(volume);

    assertThat(choices.spec().kubeadm().documents()).isEmpty();
  }

  @Test
  void aFlagThatTheProgramLacksBlocksAndNamesTheOneThatWasMeant() {
    var line = model.api().arguments().getFirst().pairs().add();
    line.name().set("audit-log-pat");
    assertThat(kind()).isEqualTo(StepState.Kind.BLOCKED);
    assertThat(line.wrong().get().orElseThrow().args())
        .contains(Message.of("kubeadm.unknownField.meant", "audit-log-path"));
    line.name().set("audit-log-path");
    assertThat(kind()).isEqualTo(StepState.Kind.SUGGESTED);
    assertThat(model.api().arguments().getFirst().known()).contains("audit-log-path");
  }

  @Test
  void aNodeUsesTheAddressThatIsChosenForIt() {
    var n1 = choices.spec().hosts().getFirst();
    assertThat(model.addresses().addresses(n1))
        .extracting(NodeAddressChoice.Address::shown)
        .containsExactly("10.88.0.11", "10.88.0.11");
    model.addresses().use(n1, Optional.of("10.88.0.11"));
    assertThat(choices.spec().hosts().getFirst().nodeIP()).contains("10.88.0.11");
  }
}
