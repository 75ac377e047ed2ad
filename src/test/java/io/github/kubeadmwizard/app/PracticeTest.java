package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.kubeadmwizard.app.PracticeBench.Run;
import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.cluster.ChecksSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunEvent.End;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.ListeningPort;
import io.github.kubeadmwizard.facts.Program;
import io.github.kubeadmwizard.facts.Swap;
import io.github.kubeadmwizard.json.JsonTree;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.practice.PracticeCluster;
import io.github.kubeadmwizard.practice.PracticeMachines;
import io.github.kubeadmwizard.session.SecretNeed;
import io.github.kubeadmwizard.text.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real checks, the real plan and the real runner on practice machines. */
final class PracticeTest {
  private static final KubernetesVersion VERSION = KubernetesVersion.parse("1.36");

  private final PracticeBench bench =
      new PracticeBench(PracticeMachines.stumbling(Pace.NONE, Clock.systemUTC()));

  private static ClusterSpec all() {
    return PracticeCluster.all(VERSION);
  }

  private static ClusterSpec installable() {
    return PracticeCluster.installable(VERSION);
  }

  /** What is wrong with single machines; what is missing on every fresh one is not. */
  private static List<String> wrong(CheckReport report) {
    return report.byCheck().values().stream()
        .flatMap(PracticeTest::ofSome)
        .map(f -> f.host().map(Object::toString).orElse("") + " " + f.key() + " " + f.state())
        .sorted()
        .toList();
  }

  private static Stream<Finding> ofSome(List<Finding> findings) {
    var open = findings.stream().filter(f -> f.state() != State.PASSED).toList();
    boolean everywhere =
        open.size() >= findings.size() - 1
            && open.stream().allMatch(f -> f.state() == State.SET_BY_INSTALL)
            && findings.size() > 1;
    return everywhere ? Stream.empty() : open.stream();
  }

  @Test
  void theChecksFindWhatIsMeantToBeFoundAndNothingElse() {
    try (var open = bench.open(all())) {
      assertThat(wrong(open.checked()))
          .containsExactly(
              "p2 Swap SET_BY_INSTALL",
              "p3 Firewall SET_BY_INSTALL",
              "p4 Mem WARNING",
              "p4 Port-10250 BLOCKS",
              "p5 CgroupDriver SET_BY_INSTALL",
              "p5 ClockSkew BLOCKS",
              "p5 ContainerRuntimeVersion SET_BY_INSTALL",
              "p5 RuntimePackages WARNING",
              "p5 TimeSync WARNING");
    }
  }

  @Test
  void theSmallMachineIsNoControlPlane() {
    var hosts =
        all().hosts().stream()
            .filter(host -> host.label().equals("p4"))
            .map(host -> host.withRoles(Set.of(Role.CONTROL_PLANE)))
            .toList();
    try (var open = bench.open(all().withHosts(hosts))) {
      assertThat(open.checked().in(State.BLOCKS)).extracting(Finding::key).contains("Mem");
    }
  }

  @Test
  void everythingThatAMachineSaysIsUnderstood() {
    try (var open = bench.open(all())) {
      assertThat(open.read().values())
          .hasSize(6)
          .allSatisfy(read -> {
            assertThat(read.facts().reading().complete()).isTrue();
            assertThat(read.facts().reading().unparsed()).isEmpty();
          });
      open.mend("p5", "ClockSkew");
    }
    try (var open = bench.open(installable())) {
      open.run();
      assertThat(open.read().values())
          .allSatisfy(read -> assertThat(read.facts().reading().unparsed()).isEmpty());
    }
  }

  private static ClusterSpec with(CniSpec.Name name) {
    return installable().with(CniSpec.DEFAULT.named(name));
  }

  @Test
  void calicoGoesThroughWithoutANetworkAndASecondPodNetworkIsRefused() {
    try (var open = bench.open(with(CniSpec.Name.CALICO))) {
      open.run(); // one worker fails at first
      Run run = open.run();
      assertThat(run.result().end()).isEqualTo(RunEvent.End.DONE);
      assertThat(open.run().changed()).isEmpty();
      assertThat(open.facts("p1").leftovers().cniConfigs()).containsExactly("10-calico.conflist");
      assertThat(open.checked().in(State.BLOCKS)).isEmpty();
    }
    try (var other = bench.open(with(CniSpec.Name.CANAL))) {
      assertThat(other.finding("p1", "LeftoverCni").read())
          .isEqualTo(
              Message.of(
                  "check.read.cniSecond", List.of("10-calico.conflist"), "10-canal.conflist"));
      assertThat(other.finding("p1", "LeftoverCni").state()).isEqualTo(State.BLOCKS);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CANAL", "WEAVE"})
  void otherPodNetworksGoThroughToo(CniSpec.Name name) {
    try (var open = bench.open(with(name))) {
      var first = open.run();
      String applied = "apply-" + name.name().toLowerCase(Locale.ROOT);
      assertThat(first.lines("p1", applied))
          .contains("daemonset.apps/" + daemons(name) + " serverside-applied");
      assertThat(open.run().result().end()).isEqualTo(RunEvent.End.DONE);
    }
  }

  private static String daemons(CniSpec.Name name) {
    return name == CniSpec.Name.WEAVE ? "weave-net" : "canal";
  }

  @Test
  void asksForUnknownKeysOnceAndForAPasswordUntilItIsRight() {
    try (var open = bench.open(all())) {
      assertThat(open.fleet.connected()).hasSize(6);
      assertThat(open.dialogue.keys)
          .extracting(key -> key.host().value())
          .containsExactly("p2", "p5");
      assertThat(open.dialogue.keys)
          .allSatisfy(key -> assertThat(key.fingerprint()).matches("SHA256:[A-Za-z0-9+/]{43}"));
      assertThat(open.dialogue.needs)
          .extracting(SecretNeed::path, SecretNeed::again)
          .containsExactly(tuple("hosts.p3.sudo", false), tuple("hosts.p3.sudo", true));
    }
    try (var again = bench.open(all())) {
      assertThat(again.dialogue.keys).isEmpty();
    }
  }

  @Test
  void oneWorkerFailsAtFirstTheNextRunIsDoneAndTheThirdChangesNothing() {
    try (var open = bench.open(installable())) {
      var first = open.run();
      assertThat(first.result().end()).isEqualTo(End.FAILED);
      assertThat(first.result().problems())
          .extracting(Problem::id, problem -> problem.host().value(), Problem::phase)
          .containsExactly(tuple("install.imagePull", "p6", "pull-images"));
      assertThat(first.ends()).containsEntry("p2", End.DONE).containsEntry("p6", End.FAILED);
      var second = open.run();
      assertThat(second.result().end()).isEqualTo(End.DONE);
      assertThat(second.changed()).contains("p6 kubeadm-join").doesNotContain("p2 kubeadm-join");
      var third = open.run();
      assertThat(third.result().end()).isEqualTo(End.DONE);
      assertThat(third.changed()).isEmpty();
    }
  }

  @Test
  void tellsWhatARealRunTold() {
    try (var open = bench.open(installable())) {
      open.run();
      var run = open.run();
      assertThat(run.lines("p6", "kubeadm-join"))
          .contains("This node has joined the cluster:")
          .noneMatch(line -> line.contains("@"));
      assertThat(run.events())
          .filteredOn(RunEvent.Progress.class::isInstance)
          .map(event -> ((RunEvent.Progress) event).step())
          .contains("preflight", "kubelet-check", "ghcr.io/flannel-io/flannel:v0.28.9");
    }
  }

  @Test
  void everyNodeTellsForItselfWhyItIsNotReadyYet() {
    try (var open = bench.open(installable())) {
      var first = open.run();
      assertThat(first.events())
          .filteredOn(RunEvent.Waiting.class::isInstance)
          .map(event -> ((RunEvent.Waiting) event))
          .filteredOn(waiting -> waiting.phase().equals("become-ready"))
          .extracting(
              waiting -> waiting.host().value(), waiting -> waiting.what().args().getFirst())
          .contains(tuple("p1", "p1"), tuple("p2", "p2"), tuple("p3", "p3"), tuple("p5", "p5"))
          .allSatisfy(told -> assertThat(told.toList().get(0)).isEqualTo(told.toList().get(1)));
    }
  }

  @Test
  void noMarkOfTheRecordingIsShown() {
    try (var open = bench.open(installable())) {
      assertThat(open.run().events())
          .filteredOn(event -> !(event instanceof RunEvent.RunStarted))
          .allSatisfy(event -> assertThat(event.toString()).doesNotContainPattern("@[A-Z-]+@"));
    }
  }

  @Test
  void factsShowWhatARunDid() {
    try (var open = bench.open(installable())) {
      assertThat(open.facts("p2").storage().swaps()).extracting(Swap::active).contains(true);
      open.run();
      HostFacts worker = open.facts("p2");
      assertThat(worker.storage().swaps()).isEmpty();
      assertThat(worker.kernel().sysctls()).containsEntry("net.ipv4.ip_forward", "1");
      assertThat(worker.kubernetes().apiServer()).contains("https://192.0.2.11:6443");
      assertThat(worker.packages().held()).contains("kubelet", "kubeadm", "kubectl");
      HostFacts control = open.facts("p1");
      assertThat(control.leftovers().etcdFiles()).contains("member");
      assertThat(control.network().ports())
          .extracting(ListeningPort::port)
          .contains(6443, 2379, 10250, 10257, 10259);
      assertThat(worker.network().ports())
          .extracting(ListeningPort::port)
          .contains(10250)
          .doesNotContain(6443);
      assertThat(open.facts("p5").runtimes().containerd().program().flatMap(Program::version))
          .contains("2.3.7");
      assertThat(open.checked().blocks()).isFalse();
    }
  }

  @Test
  void aMendIsSeenAtOnce() {
    try (var open = bench.open(all())) {
      open.mend("p5", "ClockSkew");
      open.mend("p2", "Swap");
      assertThat(wrong(open.checked()))
          .noneMatch(line -> line.contains("ClockSkew") || line.contains("Swap"));
    }
  }

  @Test
  void whoPassesOverTheTakenPortMeetsItAgain() {
    var hosts =
        all().hosts().stream().filter(h -> List.of("p1", "p4").contains(h.label())).toList();
    var spec = all().withHosts(hosts).with(new ChecksSpec(List.of("Port-10250")));
    try (var open = bench.open(spec)) {
      assertThat(open.checked().blocks()).isFalse();
      assertThat(open.run().result().problems())
          .extracting(Problem::id, problem -> problem.host().value())
          .containsExactly(tuple("install.kubeadmJoin", "p4"));
    }
  }

  @Test
  void whoPassesOverTheClockMeetsItAgainAndTheMendOfTheFindingMendsIt() {
    var names = List.of("p1", "p2", "p5");
    var hosts = all().hosts().stream().filter(h -> names.contains(h.label())).toList();
    var spec = all().withHosts(hosts).with(new ChecksSpec(List.of("ClockSkew")));
    try (var open = bench.open(spec)) {
      var failed = open.run().result().problems();
      assertThat(failed)
          .extracting(Problem::id, problem -> problem.host().value())
          .containsExactly(tuple("install.kubeadmJoin", "p5"));
      var explained = open.explained(failed).getFirst();
      assertThat(explained.what().key()).isEqualTo("check.cause.what");
      assertThat(explained.mend()).isEqualTo(open.finding("p5", "ClockSkew").mend()).hasSize(1);
      open.mend("p5", "ClockSkew");
      assertThat(open.run().result().end()).isEqualTo(End.DONE);
    }
  }

  @Test
  void stopsBetweenActionsAndLetsFinishWhatMustFinish() {
    var cancel = new Cancel();
    var smooth = new PracticeBench(PracticeMachines.smooth(Pace.NONE, Clock.systemUTC()));
    try (var open = smooth.open(installable())) { // nobody fails before p1 comes so far
      var run =
          open.run(
              cancel,
              event -> {
                if (event instanceof RunEvent.ActionStarted started
                    && started.host().value().equals("p1")
                    && started.action().equals("packages")) {
                  cancel.ask();
                }
              });
      assertThat(run.result().end()).isEqualTo(End.STOPPED);
      assertThat(run.changed()).contains("p1 packages").doesNotContain("p1 kubeadm-init");
      assertThat(open.facts("p1").packages().installed()).containsKey("kubelet");
      assertThat(open.facts("p1").kubernetes().apiServer()).isEmpty();
    }
  }

  @Test
  void stopEndsAnActionInTheMiddle() {
    var slow = new PracticeBench(PracticeMachines.stumbling(new Pace(0.001), Clock.systemUTC()));
    try (var open = slow.open(installable())) {
      var images = open.action("p2", "images");
      var cancel = new Cancel();
      var stage = new Stage("run", "pull-images", new RunValues(), _ -> cancel.ask(), cancel);
      assertThat(open.apply("p2", images, stage)).isInstanceOf(Outcome.Skipped.class);
      assertThat(
              open.apply("p2", images, new Stage("r", "p", new RunValues(), _ -> {}, new Cancel())))
          .isInstanceOf(Outcome.Changed.class);
    }
  }

  @Test
  void aHostOfTheUsersIsAFitMachine() {
    var spec =
        ClusterSpec.of(
            VERSION,
            List.of(
                HostSpec.of("10.1.2.3", 22, "root", Set.of(Role.CONTROL_PLANE)),
                HostSpec.of("node.example.org", 22, "root", Set.of(Role.WORKER))));
    try (var open = bench.open(spec)) {
      assertThat(wrong(open.checked())).isEmpty();
      assertThat(open.run().result().end()).isEqualTo(End.DONE);
    }
  }

  @Test
  void aControlPlaneTellsHowItsClusterStands() {
    try (var open = bench.open(installable())) {
      assertThat(open.ask("p1", "scripts/status.sh")).containsExactly("\u001fnone");
      open.run();
      var lines = open.ask("p1", "scripts/status.sh");
      var items = JsonTree.of(lines.get(1)).at("items").items();
      assertThat(items)
          .filteredOn(item -> item.at("kind").text().equals(Optional.of("Node")))
          .extracting(node -> node.at("metadata", "name").text().orElseThrow())
          .containsExactly("p1", "p2", "p3", "p5");
      assertThat(open.ask("p1", "scripts/kubeconfig.sh"))
          .contains("      server: https://192.0.2.11:6443");
      assertThat(open.ask("p2", "scripts/kubeconfig.sh")).isEmpty();
    }
  }

  @Test
  void theClockThatIsBehindIsElevenMinutesBehind() {
    try (var open = bench.open(all())) {
      var read = open.read().get(new HostName("p5"));
      var there = Instant.ofEpochSecond(0, read.facts().clock().epochNanos().getAsLong());
      assertThat(Duration.between(there, read.answered()))
          .isBetween(Duration.ofSeconds(670), Duration.ofSeconds(673));
    }
  }
}
