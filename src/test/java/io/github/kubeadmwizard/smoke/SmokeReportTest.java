package io.github.kubeadmwizard.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.smoke.Way.Kind;
import io.github.kubeadmwizard.smoke.Way.State;
import io.github.kubeadmwizard.text.Secret;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SmokeReportTest {
  private static final List<String> NODES = List.of("n1", "n2", "n3");
  private final ClusterSpec spec =
      ClusterSpec.of(
          KubernetesVersion.parse("1.36.4"),
          List.of(
              host("n1", "10.0.0.1", Role.CONTROL_PLANE),
              host("n2", "10.0.0.2", Role.WORKER),
              host("n3", "10.0.0.3", Role.WORKER)));
  private final Map<String, String> given = new TreeMap<>();

  private static HostSpec host(String name, String address, Role role) {
    return HostSpec.of(address, 22, "ops", EnumSet.of(role)).withName(Optional.of(name));
  }

  @BeforeEach
  void everythingWorks() {
    given.put(
        "smoke-ground",
        """
        service 10.96.3.4 31000
        node n1 m1 True nginx-1 runs 10.244.0.9\s
        node n2 m2 True nginx-2 runs 10.244.1.9\s
        node n3 m3 True nginx-3 runs 10.244.2.9\s
        """);
    NODES.forEach(node -> {
      given.put("smoke-of-" + node, tries(node));
      given.put("smoke-here-" + node, "ok 10.244.0.1 nginx-1");
    });
    given.put(
        "smoke-kubelets",
        """
        logs n1 ok -
        exec n1 ok -
        logs n2 ok -
        exec n2 ok -
        logs n3 ok -
        exec n3 ok -
        """);
  }

  private static String tries(String self) {
    var lines = new ArrayList<>(List.of("self " + self));
    for (String way : List.of("node", "pod")) {
      NODES.stream()
          .filter(to -> !(way.equals("pod") && to.equals(self)))
          .forEach(to -> lines.add(way + " " + to + " " + address(to) + " ok " + address(self)));
      lines.add("service " + way + " 10.96.3.4 ok nginx-1");
    }
    lines.add("dns pod 10.96.3.4 ok 10.96.3.4");
    return String.join("\n", lines);
  }

  private static String address(String node) {
    return "10.244." + NODES.indexOf(node) + ".9";
  }

  private SmokeReport report() {
    var values = new RunValues();
    given.forEach((name, value) -> values.put(name, Secret.of(value)));
    return SmokeReport.of(spec, values);
  }

  private void instead(String host, String line, String other) {
    assertThat(given.get("smoke-of-" + host)).contains(line);
    given.merge("smoke-of-" + host, "", (text, _) -> text.replace(line, other));
  }

  private static Problem told(String id, String node, Object... args) {
    return Problem.told(id, new HostName(node), "", Optional.empty(), args);
  }

  @Test
  void passesWhereEverythingAnswers() {
    assertThat(report().passed()).isTrue();
    assertThat(report().problems()).isEmpty();
    assertThat(report().way(Kind.POD_TO_POD, "n1", "n2"))
        .isEqualTo(new Way(Kind.POD_TO_POD, "n1", "n2", State.OK, "10.244.0.9"));
  }

  @Test
  void aNodeThatNobodyReachesAndThatCannotBeSignedInToIsCutOff() {
    given.remove("smoke-of-n3");
    given.remove("smoke-here-n3");
    instead("n1", "node n3 10.244.2.9 ok 10.244.0.9", "node n3 10.244.2.9 silent -");
    instead("n1", "pod n3 10.244.2.9 ok 10.244.0.9", "pod n3 10.244.2.9 silent -");
    instead("n2", "node n3 10.244.2.9 ok 10.244.1.9", "node n3 10.244.2.9 silent -");
    instead("n2", "pod n3 10.244.2.9 ok 10.244.1.9", "pod n3 10.244.2.9 silent -");
    assertThat(report().problems()).containsExactly(told("smoke.cutOff", "n3", "n3"));
    assertThat(report().passed()).isFalse();
    assertThat(report().way(Kind.POD_TO_POD, "n3", "n1").state()).isEqualTo(State.NOT_TRIED);
  }

  @Test
  void oneDirectionThatIsLostIsToldOfItsOwnPair() {
    instead("n2", "pod n3 10.244.2.9 ok 10.244.1.9", "pod n3 10.244.2.9 silent -");
    instead("n2", "node n3 10.244.2.9 ok 10.244.1.9", "node n3 10.244.2.9 silent -");
    assertThat(report().problems())
        .containsExactly(told("smoke.silent", "n2", "n2", List.of("n3")));
  }

  @Test
  void anAddressThatWasTranslatedIsAFailureThoughAnAnswerCame() {
    instead("n1", "pod n2 10.244.1.9 ok 10.244.0.9", "pod n2 10.244.1.9 source 10.0.0.1");
    assertThat(report().problems())
        .containsExactly(told("smoke.source", "n1", "n1", "n2", "10.0.0.1"));
    assertThat(report().passed()).isFalse();
  }

  @Test
  void largePacketsThatAreLostAreToldOnce() {
    instead("n1", "pod n2 10.244.1.9 ok 10.244.0.9", "pod n2 10.244.1.9 large -");
    instead("n1", "node n2 10.244.1.9 ok 10.244.0.9", "node n2 10.244.1.9 large -");
    assertThat(report().problems()).containsExactly(told("smoke.large", "n1", "n1", List.of("n2")));
  }

  @Test
  void eachOtherWayHasItsOwnFailure() {
    instead("n1", "service pod 10.96.3.4 ok nginx-1", "service pod 10.96.3.4 silent -");
    instead("n2", "dns pod 10.96.3.4 ok 10.96.3.4", "dns pod 10.96.3.4 silent -");
    given.put("smoke-here-n3", "silent 10.0.0.3:31000: Connect timed out");
    given.merge(
        "smoke-kubelets", "", (text, _) -> text.replace("logs n2 ok -", "logs n2 failed timeout"));
    assertThat(report().problems())
        .containsExactly(
            told("smoke.service", "n1", "n1", "10.96.3.4"),
            told("smoke.dns", "n2", "n2", ""),
            told("smoke.logs", "n2", "n2", "timeout"),
            told("smoke.nodePort", "n3", "n3", "10.0.0.3:31000: Connect timed out"));
  }

  @Test
  void aPodThatDoesNotRunSaysWhy() {
    given.put(
        "smoke-ground",
        """
        service 10.96.3.4 31000
        node n1 m1 True nginx-1 runs 10.244.0.9\s
        node n2 m2 Unknown - notReady - Kubelet stopped posting node status.
        node n3 m3 True nginx-3 ImagePullBackOff - Back-off pulling image "nginx"
        """);
    assertThat(report().problems())
        .containsExactly(
            told("smoke.notReady", "n2", "n2", "Kubelet stopped posting node status."),
            told("smoke.image", "n3", "n3", "Back-off pulling image \"nginx\""));
  }

  @Test
  void aTestThatNeverBeganHasNotPassed() {
    given.clear();
    assertThat(report().passed()).isFalse();
    assertThat(report().nodes()).isEmpty();
  }
}
