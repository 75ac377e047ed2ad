package io.github.kubeadmwizard.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.addons.LivingNetwork;
import io.github.kubeadmwizard.addons.NetworkTraces;
import io.github.kubeadmwizard.addons.PodNetwork;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.Departing;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.kubeadm.Clusters;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** From one plugin to another: what is refused, what is begun, what goes on, and in which order. */
final class PluginSwitchTest {
  private static final Map<HostName, HostFacts> FACTS =
      Map.of(new HostName("n1"), HostFacts.unknown(), new HostName("n2"), HostFacts.unknown());
  private static final Departing MARK =
      new Departing(List.of("flannel"), List.of("kube-flannel/kube-flannel-ds"), "calico", "one");

  private static ClusterSpec wish(CniSpec.Name name) {
    return ClusterSpec.of(Clusters.VERSION, List.of(Clusters.plane(1), Clusters.worker(2)))
        .with(CniSpec.DEFAULT.named(name));
  }

  private static LivingNetwork living(
      Optional<Departing> mark, boolean kubeProxy, LivingNetwork.Found... found) {
    return new LivingNetwork(
        List.of(found),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new TreeMap<>(Map.of("shop", 3)),
        mark,
        List.of(),
        kubeProxy);
  }

  private static LivingNetwork.Found found(CniSpec.Name name, String workload) {
    return new LivingNetwork.Found(Optional.of(name), workload, Optional.of(SwitchWay.key(name)));
  }

  private static LivingNetwork.Found flannel() {
    return found(CniSpec.Name.FLANNEL, "kube-flannel/kube-flannel-ds");
  }

  private static LivingNetwork.Found own(String traces) {
    return new LivingNetwork.Found(
        Optional.empty(), "net/mine", traces.isEmpty() ? Optional.empty() : Optional.of(traces));
  }

  private static String refused(CniSpec.Name wish, LivingNetwork living) {
    return SwitchWay.of(wish(wish), living, FACTS) instanceof SwitchWay.Refused(var problem)
        ? problem.id()
        : "";
  }

  private static Departing leaving(CniSpec.Name wish, LivingNetwork living) {
    var way = (SwitchWay.Possible) SwitchWay.of(wish(wish), living, FACTS);
    return way.leaving().orElseThrow();
  }

  @Test
  void whatCannotBeTakenAwayOrPutInPlaceIsRefusedBeforehand() {
    var calico = CniSpec.Name.CALICO;
    var none = Optional.<Departing>empty();
    assertThat(refused(calico, living(none, true))).isEqualTo("install.switchNothing");
    assertThat(refused(calico, living(none, true, own("")))).isEqualTo("install.switchUnknown");
    assertThat(refused(calico, living(none, true, flannel(), own(""))))
        .isEqualTo("install.switchSeveral");
    assertThat(refused(calico, living(none, false, flannel()))).isEqualTo("install.switchProxy");
    assertThat(refused(calico, living(none, true, found(calico, "kube-system/calico-node"))))
        .isEqualTo("install.switchPair");
    assertThat(refused(CniSpec.Name.NONE, living(none, true, flannel())))
        .isEqualTo("install.switchNone");
    assertThat(refused(calico, living(none, true, flannel()))).isEmpty();
  }

  @Test
  void anotherNameOfAKnownProgramIsTakenAwayByThatProgramsTraces() {
    var leaving = leaving(CniSpec.Name.FLANNEL, living(Optional.empty(), true, own("flannel")));
    assertThat(leaving.traces()).containsExactly("flannel");
    assertThat(leaving.workloads()).containsExactly("net/mine");
    assertThat(leaving.to()).isEqualTo("flannel");
  }

  @Test
  void aSwitchThatWasCutOffGoesOnAndOneThatIsTurnedAroundClearsBothAway() {
    var cut = living(Optional.of(MARK), true);
    assertThat(leaving(CniSpec.Name.CALICO, cut)).isEqualTo(MARK);
    var half = found(CniSpec.Name.CALICO, "kube-system/calico-node");
    Departing back = leaving(CniSpec.Name.FLANNEL, living(Optional.of(MARK), true, half));
    assertThat(back.traces()).containsExactly("flannel", "calico");
    assertThat(back.workloads())
        .containsExactly("kube-flannel/kube-flannel-ds", "kube-system/calico-node");
    assertThat(back.to()).isEqualTo("flannel");
    assertThat(back.id()).isNotEqualTo("one");
  }

  private static LivingNetwork.Found byOperator() {
    return new LivingNetwork.Found(
        Optional.of(CniSpec.Name.CALICO),
        "calico-system/calico-node",
        Optional.of("calico-operator"));
  }

  private static ClusterSpec toOperator() {
    return wish(CniSpec.Name.CALICO)
        .with(CniSpec.DEFAULT.named(CniSpec.Name.CALICO).with("install", Optional.of("operator")));
  }

  @Test
  void calicoByItsOperatorLeavesByItsOwnTracesAndComes() {
    var leaving = leaving(CniSpec.Name.FLANNEL, living(Optional.empty(), true, byOperator()));
    assertThat(leaving.traces()).containsExactly("calico-operator");
    var way = SwitchWay.of(toOperator(), living(Optional.empty(), true, flannel()), FACTS);
    var coming = ((SwitchWay.Possible) way).leaving().orElseThrow();
    assertThat(coming.traces()).containsExactly("flannel");
    assertThat(coming.to()).isEqualTo("calico-operator");
    assertThat(((SwitchWay.Possible) way).to()).isEqualTo("Calico (operator)");
    assertThat(refused(CniSpec.Name.CALICO, living(Optional.empty(), true, byOperator())))
        .isEqualTo("install.switchPair");
  }

  /** An operator without a DaemonSet yet would bring its network back later. */
  @Test
  void anOperatorThatCameHalfWayIsTakenAwayWithoutItsDaemonSet() {
    var mark = new Departing(MARK.traces(), MARK.workloads(), "calico-operator", "one");
    Departing back = leaving(CniSpec.Name.FLANNEL, living(Optional.of(mark), true));
    assertThat(back.traces()).containsExactly("flannel", "calico-operator");
    assertThat(back.workloads()).isEqualTo(MARK.workloads());
  }

  @Test
  void theMarkIsReadAsItWasWritten() {
    assertThat(Departing.of(MARK.text())).contains(MARK);
    assertThat(Departing.of("something else")).isEmpty();
  }

  private static Plan plan() {
    var ground =
        new Preparation(KubernetesCatalogue.load(), new Words(Locale.ENGLISH))
            .ground(wish(CniSpec.Name.FLANNEL), FACTS, Manifests.NONE);
    var leaving = new Departing(List.of("calico"), List.of("kube-system/calico-node"), "", "one");
    return PluginSwitch.plan(ground, leaving);
  }

  @Test
  void allThatCanFailBeforehandComesBeforeAnythingIsTakenAway() {
    var phases = plan().phases();
    assertThat(phases.stream().map(PlannedPhase::id))
        .containsExactly(
            "plugin-prepare",
            "plugin-remove",
            "plugin-clean",
            "plugin-apply",
            "plugin-up",
            "plugin-dns",
            "plugin-pods",
            "plugin-ready",
            "switch-proof",
            "test-pods-away",
            "plugin-end");
    assertThat(ids(phases.getFirst())).contains("images").doesNotContain("network-remove");
    assertThat(ids(phases.get(1))).containsExactly("network-begin", "network-remove");
    for (int i = 1; i < phases.size() - 2; i++) {
      assertThat(phases.get(i).waitsFor()).isEqualTo(phases.get(i - 1).opens());
    }
    assertThat(phases.getLast().waitsFor()).isEqualTo(phases.get(8).opens());
  }

  @Test
  void aNodeThatFailsSparesThoseAfterIt() {
    assertThat(
            plan().phases().stream()
                .filter(phase -> phase.order() == PlannedPhase.Order.ONE_AFTER_SUCCESS)
                .map(PlannedPhase::id))
        .containsExactly("plugin-clean", "plugin-pods");
  }

  @Test
  void aNodeIsToldWhatTheOldOneLeavesAndNotWhatTheNewOneWill() {
    Action clean = plan().phases().get(2).lanes().getFirst().actions().getFirst();
    var shown = HostScript.of(clean).shown();
    assertThat(shown.get("LINKS").lines()).contains("vxlan.calico").doesNotContain("cni0");
    assertThat(shown.get("MODULES")).isEqualTo("ipip tunl0");
    assertThat(shown.get("CHAINS").lines()).containsExactly("cali-*", "CNI-*");
  }

  private static List<String> ids(PlannedPhase phase) {
    return phase.lanes().getFirst().actions().stream().map(Action::id).toList();
  }

  @Test
  void everyPluginThatIsInstalledCanBeTakenAwayAgain() {
    for (var name : CniSpec.Name.values()) {
      if (name != CniSpec.Name.NONE && name != CniSpec.Name.MANIFEST) {
        var traces = NetworkTraces.named(SwitchWay.key(name)).orElseThrow();
        for (String key : List.of("images", "objects", "types", "links", "chains", "binaries")) {
          assertThat(traces.of(key)).as(name + " " + key).isNotEmpty();
        }
        assertThat(traces.of("chains")).noneMatch(chain -> chain.matches("\\W*KUBE.*"));
      }
    }
    assertThat(NetworkTraces.all()).hasSize(PodNetwork.configurations().size() + 1);
  }

  /** On nodes it is the same program. */
  @Test
  void whatCalicosOperatorRunsLeavesAtLeastWhatCalicoDoes() {
    var operator = NetworkTraces.onNodes(List.of(NetworkTraces.CALICO_BY_OPERATOR));
    NetworkTraces.onNodes(List.of("calico"))
        .forEach((key, lines) ->
            assertThat(operator.get(key).lines()).as(key).containsAll(lines.lines().toList()));
  }
}
