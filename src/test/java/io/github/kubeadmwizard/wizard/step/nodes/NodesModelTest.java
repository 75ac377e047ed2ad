package io.github.kubeadmwizard.wizard.step.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class NodesModelTest {
  private static final TaintSpec BATCH = TaintSpec.parse("dedicated=batch:NoSchedule");

  private final Choices choices = new Choices(3).read();
  private final NodesModel model = new NodesModel(choices.basis());

  private HostSpec host(int place) {
    return choices.spec().hosts().get(place);
  }

  @Test
  void aControlPlaneKeepsOrdinaryPodsAway() {
    assertThat(model.taints(host(0))).containsExactly(ControlPlaneTaint.TAINT);
    assertThat(model.consequence())
        .isEqualTo(Message.of("choices.nodes.only", List.of("n2", "n3")));
  }

  @Test
  void withoutItsTaintAControlPlaneIsAWorkerAsWell() {
    model.removeTaint("n1", ControlPlaneTaint.TAINT);
    assertThat(host(0).roles()).containsExactlyInAnyOrder(Role.CONTROL_PLANE, Role.WORKER);
    assertThat(model.podsRunOnControlPlanes()).isTrue();
    assertThat(model.consequence()).isEqualTo(Message.of("choices.nodes.everywhere"));
    model.letPodsRun(false);
    assertThat(host(0).roles()).containsExactly(Role.CONTROL_PLANE);
  }

  @Test
  void addsToEverySelectedNodeAndExplainsIt() {
    model.selected().setAll("n2", "n3");
    model.taint().text().set("dedicated=batch:NoSchedule");
    assertThat(model.addTaint()).isTrue();
    assertThat(host(1).taints()).containsExactly(BATCH);
    assertThat(host(2).taints()).containsExactly(BATCH);
    assertThat(model.explained().get()).contains(new NodesModel.Explained("n2", BATCH));
    assertThat(model.taint().value()).isEmpty();
    assertThat(model.state().get().remark()).contains(Message.of("choices.nodes.nowhere"));
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.ATTENTION);
  }

  @Test
  void aNodeHasEachKeyWithEachEffectOnce() {
    model.selected().setAll("n2");
    for (String text :
        List.of("b=1:NoSchedule", "a=1:NoSchedule", "a=2:NoSchedule", "a=2:PreferNoSchedule")) {
      model.taint().text().set(text);
      model.addTaint();
    }
    assertThat(host(1).taints())
        .containsExactly(
            TaintSpec.parse("b=1:NoSchedule"),
            TaintSpec.parse("a=2:NoSchedule"),
            TaintSpec.parse("a=2:PreferNoSchedule"));
  }

  @Test
  void whatIsTypedAndNotAddedYetBlocks() {
    model.selected().setAll("n2");
    model.taint().text().set("dedicated=batch:NoSuch");
    assertThat(model.taint().wrong().get()).contains(Message.of("choices.nodes.taint.wrong"));
    assertThat(model.addTaint()).isFalse();
    assertThat(model.state().get().remark()).contains(Message.of("choices.nodes.half"));
  }

  @Test
  void labelsComeAndGo() {
    model.selected().setAll("n2");
    model.label().text().set("disk=ssd");
    assertThat(model.addLabel()).isTrue();
    assertThat(host(1).labels()).isEqualTo(Map.of("disk", "ssd"));
    model.label().text().set("disk");
    assertThat(model.addLabel()).isFalse();
    model.removeLabel("n2", "disk");
    assertThat(host(1).labels()).isEmpty();
  }

  @Test
  void warnsThatNoExecuteKeepsFlannelAway() {
    model.selected().setAll("n3");
    model.taint().text().set("gone:NoExecute");
    model.addTaint();
    assertThat(model.state().get().remark())
        .contains(Message.of("choices.nodes.noFlannel", List.of("n3")));
  }

  @Test
  void offersToRenameAMachineThatIsCalledOtherwise() {
    assertThat(model.otherHostname(host(0))).contains("n8");
    model.rename("n1", true);
    assertThat(host(0).setHostname()).isTrue();
  }

  @Test
  void theKubeletsArgumentsStandInBothDocuments() {
    var line = model.kubelet().arguments().pairs().add();
    line.name().set("v");
    line.value().set("4");
    var expected =
        Map.of(
            "nodeRegistration",
            Map.of("kubeletExtraArgs", List.of(Map.of("name", "v", "value", "4"))));
    assertThat(choices.spec().kubeadm().documents())
        .isEqualTo(Map.of("initConfiguration", expected, "joinConfiguration", expected));
  }

  @Test
  void aTolerationQuotesItsValueSoThatItStaysText() {
    assertThat(Toleration.yaml(TaintSpec.parse("gpu=true:NoExecute")))
        .isEqualTo(
            """
            tolerations:
            - key: gpu
              operator: Equal
              value: "true"
              effect: NoExecute
            """);
    assertThat(Toleration.yaml(ControlPlaneTaint.TAINT)).contains("operator: Exists");
  }
}
