package io.github.kubeadmwizard.wizard.step.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.install.NodeCondition;
import io.github.kubeadmwizard.text.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class LanesTest {
  private static final Instant AT = Instant.parse("2026-05-04T10:00:00Z");
  private static final HostName A = new HostName("a");
  private static final HostName B = new HostName("b");

  private final Plan plan =
      new Plan(
          List.of(
              Walks.phase("prepare", List.of("a", "b"), "swap", "modules"),
              Walks.phase("init-control-plane", List.of("a"), "init"),
              Walks.phase("join-workers", List.of("b"), "join"),
              Walks.phase("wait", List.of("a"), "nodes-ready")));
  private final Lanes lanes = new Lanes(plan, Set.of(A));

  private LaneRow row(HostName host) {
    return lanes.rows().stream().filter(row -> row.host().equals(host)).findFirst().orElseThrow();
  }

  private void done(HostName host, String phase, String action) {
    lanes.take(new RunEvent.ActionStarted(AT, host, phase, action, Message.of(action)));
    lanes.take(
        new RunEvent.ActionFinished(AT, host, phase, action, new Outcome.Changed(List.of())));
  }

  @Test
  void beginWithEveryMachineOfThePlan() {
    assertThat(lanes.rows()).containsExactly(LaneRow.of(A, true, 4), LaneRow.of(B, false, 3));
    assertThat(lanes.progress()).isZero();
    assertThat(lanes.phase()).isEqualTo(Message.of("wizard.install.begins"));
  }

  @Test
  void countActionsOfAllMachines() {
    done(A, "prepare", "swap");
    done(B, "prepare", "swap");
    assertThat(lanes.progress()).isEqualTo(2 / 7.0);
    lanes.take(
        new RunEvent.ActionFinished(
            AT, A, "prepare", "modules", new Outcome.Failed(Walks.problem(A))));
    assertThat(lanes.progress()).isEqualTo(2 / 7.0);
    assertThat(row(A).done()).isEqualTo(1);
  }

  @Test
  void areInTheFurthestPhaseThatAnybodyIsIn() {
    lanes.take(new RunEvent.PhaseStarted(AT, A, "init-control-plane"));
    lanes.take(new RunEvent.PhaseStarted(AT, B, "prepare"));
    assertThat(lanes.phase())
        .isEqualTo(Message.of("wizard.install.phase", 2, 4, Message.of("init-control-plane")));
    assertThat(row(B).doing())
        .isEqualTo(Message.of("wizard.install.lane", 1, 4, Message.of("prepare")));
    assertThat(row(B).since()).contains(AT);
  }

  @Test
  void saysWhatAMachineWaitsForAndHowFarAnActionIs() {
    lanes.take(new RunEvent.Waiting(AT, B, "join-workers", Optional.empty(), Message.of("init")));
    assertThat(row(B).state()).isEqualTo(LaneRow.State.WAITING);
    assertThat(row(B).detail()).isEqualTo(Message.of("init"));
    lanes.take(new RunEvent.ActionStarted(AT, B, "join-workers", "join", Message.of("join")));
    lanes.take(new RunEvent.Progress(AT, B, "join-workers", "join", 2, 5, "preflight"));
    assertThat(row(B).state()).isEqualTo(LaneRow.State.WORKING);
    assertThat(row(B).detail())
        .isEqualTo(Message.of("wizard.install.stepOf", Message.of("join"), "preflight", 2, 5));
    lanes.take(new RunEvent.Progress(AT, B, "join-workers", "join", 0, 0, "waits"));
    assertThat(row(B).detail())
        .isEqualTo(Message.of("wizard.install.step", Message.of("join"), "waits"));
  }

  @Test
  void aMachineIsANodeWhenItJoinedAndReadyWhenAllAre() {
    done(A, "init-control-plane", "init");
    assertThat(row(A).node()).isEqualTo(LaneRow.Node.JOINED);
    assertThat(row(B).node()).isEqualTo(LaneRow.Node.NONE);
    done(A, "wait", "nodes-ready");
    assertThat(row(A).node()).isEqualTo(LaneRow.Node.READY);
    assertThat(row(B).node()).isEqualTo(LaneRow.Node.NONE); // it never joined
  }

  private void says(HostName teller, String node, String message) {
    lanes.take(
        new RunEvent.Waiting(
            AT,
            teller,
            "become-ready",
            Optional.of("node-ready"),
            Message.of("install.waiting.node", node, "KubeletNotReady", message)));
  }

  @Test
  void aNodeShowsWhatTheClusterSaysOfItUntilItIsReady() {
    says(B, "b", "cni plugin not initialized");
    assertThat(row(B).node()).isEqualTo(LaneRow.Node.NOT_READY);
    assertThat(row(B).condition())
        .contains(new NodeCondition("b", "KubeletNotReady", "cni plugin not initialized"));
    assertThat(row(A).node()).isEqualTo(LaneRow.Node.NONE);
    done(B, "become-ready", "node-ready");
    assertThat(row(B).node()).isEqualTo(LaneRow.Node.READY);
    assertThat(row(B).condition()).isEmpty();
  }

  @Test
  void aControlPlaneTellsOfOthersAndANodeOfAnotherNameOfItself() {
    says(A, "B", "PLEG is not healthy");
    assertThat(row(B).node()).isEqualTo(LaneRow.Node.NOT_READY);
    assertThat(row(A).node()).isEqualTo(LaneRow.Node.NONE);
    says(A, "the-own-name-of-a", "CSINode is not yet initialized");
    assertThat(row(A).condition().map(NodeCondition::message))
        .contains("CSINode is not yet initialized");
    done(A, "wait", "nodes-ready");
    assertThat(row(A).node()).isEqualTo(LaneRow.Node.READY);
    assertThat(row(B).node()).isEqualTo(LaneRow.Node.READY);
  }

  @Test
  void saysHowAMachineCameToItsEnd() {
    lanes.take(new RunEvent.HostFinished(AT, A, RunEvent.End.DONE, Optional.empty()));
    lanes.take(
        new RunEvent.HostFinished(AT, B, RunEvent.End.STOPPED, Optional.of(Message.of("why"))));
    assertThat(row(A).state()).isEqualTo(LaneRow.State.DONE);
    assertThat(row(A).detail()).isEqualTo(Message.of("wizard.install.nothing"));
    assertThat(row(B).state()).isEqualTo(LaneRow.State.STOPPED);
    assertThat(row(B).detail()).isEqualTo(Message.of("why"));
    assertThat(row(B).ended()).contains(AT);
  }
}
