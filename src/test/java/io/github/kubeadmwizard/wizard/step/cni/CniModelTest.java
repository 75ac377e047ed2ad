package io.github.kubeadmwizard.wizard.step.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import io.github.kubeadmwizard.wizard.step.network.NetworkModel;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CniModelTest {
  private final Choices choices = new Choices(3).read();
  private final CniModel model = choices.cni();

  @Test
  void everyPluginOfTheClusterFileCanBeChosen() {
    assertThat(CniSpec.Name.values()).allMatch(model::isInstallable);
    assertThat(model.backends()).containsExactly("vxlan", "host-gw", "wireguard");
  }

  @Test
  void aPluginThatLacksItsManifestIsWrong() {
    model.choose(CniSpec.Name.CILIUM);
    assertThat(model.state().get())
        .isEqualTo(
            StepState.of(
                StepState.Kind.BLOCKED,
                Message.of("choices.state.wrong"),
                Message.of("choices.remark.wrong")));
    model.choose(CniSpec.Name.FLANNEL);
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.SUGGESTED);
  }

  @Test
  void changedPodAddressesAreToBeLookedAtAgain() {
    model.look();
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.DONE);
    new NetworkModel(choices.basis()).pods().text().set("10.200.0.0/16");
    assertThat(choices.spec().network().podCIDR()).containsExactly(Cidr.parse("10.200.0.0/16"));
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.ATTENTION);
  }

  @Test
  void hostGwHasNoPacketSizeOfItsOwn() {
    model.mtu().text().set("1400");
    assertThat(choices.spec().cni().mtu()).contains(1400);
    model.carry(CniModel.HOST_GW);
    assertThat(model.mtu().wrong().get()).isPresent();
    model.mtu().text().set("");
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.SUGGESTED);
  }

  @Test
  void aPacketSizeIsANumberThatLinksCanHave() {
    model.mtu().text().set("12");
    assertThat(model.mtu().wrong().get()).isPresent();
    model.mtu().text().set("big");
    assertThat(model.mtu().wrong().get()).isPresent();
    assertThat(choices.spec().cni().mtu()).isEmpty();
  }

  @Test
  void anotherBackendTakesDirectRoutingAway() {
    model.direct(true);
    assertThat(choices.spec().cni().options()).isEqualTo(Map.of("directRouting", "true"));
    model.carry(CniModel.WIREGUARD);
    assertThat(choices.spec().cni().options()).isEmpty();
  }

  @Test
  void onAClusterThatStandsAnotherChoiceLeadsToTheSwitch() {
    choices.facts.replaceAll(
        (_, facts) -> choices.member(facts, "10-flannel.conflist", "flannel.1"));
    assertThat(model.ground().remarks())
        .last()
        .isEqualTo(new CniGround.Remark(Message.of("choices.cni.living.same", "n1, n2, n3"), true));
    model.carry(CniModel.HOST_GW);
    assertThat(model.ground().remarks())
        .last()
        .isEqualTo(
            new CniGround.Remark(
                Message.of("choices.cni.living.other", "n1, n2, n3", "10-flannel.conflist vxlan"),
                false));
  }

  @Test
  void saysWhichFirewallsAreOpenedAndWhereAnotherPodNetworkWas() {
    assertThat(model.ground().remarks())
        .extracting(CniGround.Remark::said)
        .containsExactly(
            Message.of("choices.cni.ports.opened", "UDP 8472", java.util.List.of("n2", "n3")),
            Message.of("choices.cni.other", java.util.List.of("n3")));
    choices.facts.clear();
    assertThat(model.ground().remarks())
        .containsExactly(new CniGround.Remark(Message.of("choices.cni.unread"), true));
  }

  @Test
  void knowsTheCardsAndThePacketSizeOfTheHosts() {
    assertThat(model.ground().cards()).containsExactly("eth0");
    assertThat(model.ground().mtu()).contains(1500);
  }
}
