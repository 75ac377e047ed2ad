package io.github.kubeadmwizard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.json.JsonTree;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TaintMeaningTest {
  private static final LivingNode NODE =
      LivingNode.all(
              JsonTree.of(
                  """
                  {"items":[{"metadata":{"name":"n2","labels":{"kubernetes.io/os":"linux","disk":"ssd"}},
                   "spec":{"unschedulable":true,"taints":[
                    {"key":"node.kubernetes.io/disk-pressure","effect":"NoSchedule"},
                    {"key":"node.kubernetes.io/unschedulable","effect":"NoSchedule"},
                    {"key":"node-role.kubernetes.io/master","effect":"NoSchedule"},
                    {"key":"dedicated","value":"batch","effect":"NoExecute"}]},
                   "status":{"conditions":[{"type":"DiskPressure","status":"True",
                    "message":"kubelet has disk pressure"}]}}]}
                  """))
          .getFirst();

  private static TaintMeaning of(String taint) {
    return TaintMeaning.of(NODE, TaintSpec.parse(taint));
  }

  @Test
  void aNodeIsReadWithItsTaintsAndTheLabelsThatWereGiven() {
    assertThat(NODE.cordoned()).isTrue();
    assertThat(NODE.taints())
        .extracting(TaintSpec::toString)
        .containsExactly(
            "node.kubernetes.io/disk-pressure:NoSchedule",
            "node.kubernetes.io/unschedulable:NoSchedule",
            "node-role.kubernetes.io/master:NoSchedule",
            "dedicated=batch:NoExecute");
    assertThat(NODE.givenLabels()).containsOnlyKeys("disk");
  }

  @Test
  void aTaintOfAConditionHasItsCauseInTheNodesWordsAndIsNotRemoved() {
    var meaning = of("node.kubernetes.io/disk-pressure:NoSchedule");
    assertThat(meaning)
        .isEqualTo(
            new TaintMeaning.OfCondition(
                Message.of("running.taint.disk", "n2", "kubelet has disk pressure"),
                Message.of("running.taint.disk.mend", "n2")));
    assertThat(meaning.isRemovable()).isFalse();
  }

  @Test
  void aCordonIsUndoneByUncordonAndNotByRemovingItsTaint() {
    assertThat(of("node.kubernetes.io/unschedulable:NoSchedule").isRemovable()).isFalse();
  }

  @Test
  void theOldMasterTaintIsKnownAndCanGo() {
    var old = of("node-role.kubernetes.io/master:NoSchedule");
    assertThat(old).isEqualTo(new TaintMeaning.OldMaster());
    assertThat(old.isRemovable()).isTrue();
    assertThat(of("dedicated=batch:NoExecute")).isEqualTo(new TaintMeaning.Given());
  }

  @Test
  void podsOnAControlPlaneTakesBothNamesOfItsTaintAway() {
    var node =
        LivingNode.all(
                JsonTree.of(
                    """
                    {"items":[{"metadata":{"name":"n1",
                     "labels":{"node-role.kubernetes.io/control-plane":""}},"spec":{"taints":[
                      {"key":"node-role.kubernetes.io/control-plane","effect":"NoSchedule"},
                      {"key":"node-role.kubernetes.io/master","effect":"NoSchedule"}]}}]}
                    """))
            .getFirst();
    assertThat(NodeChanges.podsOnControlPlane(node, true))
        .extracting(NodeChange::line)
        .containsExactly(
            "taint - node-role.kubernetes.io/control-plane:NoSchedule",
            "taint - node-role.kubernetes.io/master:NoSchedule");
    assertThat(NodeChanges.podsOnControlPlane(NODE, true)).isEqualTo(List.of());
  }
}
