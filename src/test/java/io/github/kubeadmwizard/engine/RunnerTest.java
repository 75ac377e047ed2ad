package io.github.kubeadmwizard.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.PlannedPhase.Order;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RunnerTest {
  private static final HostName N1 = new HostName("n1");
  private static final HostName N2 = new HostName("n2");
  private static final HostName N3 = new HostName("n3");

  private final List<String> log = Collections.synchronizedList(new ArrayList<>());
  private final Cancel cancel = new Cancel();

  @Test
  void everyHostWalksItsPhasesInOrder() {
    var plan =
        new Plan(
            List.of(
                phase("prepare", Set.of(), Set.of(), N1, N2),
                phase("run", Set.of(), Set.of(), N1)));
    RunResult result = run(plan, (host, action) -> new Outcome.Unchanged());
    assertThat(result).isEqualTo(new RunResult(RunEvent.End.DONE, 0, 3, 0, 0, List.of()));
    assertThat(log.stream().filter(l -> l.startsWith("n1")))
        .containsExactly("n1 prepare", "n1 run");
  }

  @Test
  void aFaultOfOursEndsItsLaneInWords() {
    var plan = new Plan(List.of(phase("prepare", Set.of(), Set.of(), N1, N2)));
    RunResult result =
        run(
            plan,
            (host, action) -> {
              if (host.equals(N1)) {
                throw new IllegalStateException("no such value");
              }
              return new Outcome.Unchanged();
            });
    assertThat(result.failed()).isEqualTo(1);
    assertThat(result.unchanged()).isEqualTo(1);
    assertThat(result.problems()).extracting(Problem::id).containsExactly("engine.fault");
  }

  @Test
  void nobodyEntersBeforeTheGateIsOpen() {
    var plan =
        new Plan(
            List.of(
                phase("init", Set.of(), Set.of("api"), N1),
                phase("join", Set.of("api"), Set.of(), N2, N3)));
    run(plan, (host, action) -> new Outcome.Changed(List.of()));
    assertThat(log.getFirst()).isEqualTo("n1 init");
    assertThat(log).hasSize(3);
  }

  @Test
  void aSlowNeighbourHoldsNobodyUpWithoutAGate() throws InterruptedException {
    var n2IsThrough = new CountDownLatch(1);
    var plan =
        new Plan(
            List.of(
                phase("first", Set.of(), Set.of(), N1, N2),
                phase("second", Set.of(), Set.of(), N1, N2)));
    run(
        plan,
        (host, action) -> {
          if (host.equals(N1) && action.id().equals("first")) {
            await(n2IsThrough); // would never end if n2 waited for n1
          }
          if (host.equals(N2) && action.id().equals("second")) {
            n2IsThrough.countDown();
          }
          return new Outcome.Unchanged();
        });
    assertThat(log).hasSize(4);
  }

  @Test
  void aGateThatCannotOpenStopsThoseWhoWaitAndNamesTheCause() {
    var plan =
        new Plan(
            List.of(
                phase("init", Set.of(), Set.of("api"), N1),
                phase("join", Set.of("api"), Set.of(), N2)));
    var ends = new ArrayList<RunEvent.HostFinished>();
    RunResult result = run(plan, (host, action) -> new Outcome.Failed(problem(host)), ends);
    assertThat(result.end()).isEqualTo(RunEvent.End.FAILED);
    assertThat(result.problems()).containsExactly(problem(N1).during("init"));
    assertThat(log).containsExactly("n1 init");
    assertThat(ends).hasSize(2);
    assertThat(ends.getLast().end()).isEqualTo(RunEvent.End.STOPPED);
    assertThat(ends.getLast().why())
        .isEqualTo(Optional.of(Message.of("engine.stopped.because", "n1")));
  }

  @Test
  void aFailedWorkerLeavesTheOthersToGoOn() {
    var plan =
        new Plan(
            List.of(
                settling("join", Set.of("joined"), N2, N3),
                phase("ready", Set.of("joined"), Set.of(), N1)));
    run(plan, failingOn(N2));
    assertThat(log).contains("n1 ready", "n3 join");
  }

  @Test
  void oneAtATimeGoesInOrderAndPastAFailure() {
    run(inTurn(Order.ONE_AT_A_TIME), failingOn(N1));
    assertThat(log).containsExactly("n1 step", "n2 step", "n3 step");
  }

  @Test
  void oneAfterSuccessSparesThoseWhoComeAfterAFailure() {
    run(inTurn(Order.ONE_AFTER_SUCCESS), failingOn(N2));
    assertThat(log).containsExactly("n1 step", "n2 step");
  }

  @Test
  void stopEndsThoseWhoWaitAndStartsNothingMore() {
    var plan =
        new Plan(
            List.of(
                phase("init", Set.of(), Set.of("api"), N1),
                phase("join", Set.of("api"), Set.of(), N2)));
    RunResult result =
        run(
            plan,
            (host, action) -> {
              cancel.ask();
              return new Outcome.Changed(List.of()); // let finish
            });
    assertThat(result).isEqualTo(new RunResult(RunEvent.End.STOPPED, 1, 0, 0, 0, List.of()));
    assertThat(log).containsExactly("n1 init");
  }

  @Test
  void onePlaceIsEnoughEvenWhenMoreWait() {
    var plan =
        new Plan(
            List.of(
                phase("a", Set.of(), Set.of("g"), N3), phase("b", Set.of("g"), Set.of(), N1, N2)));
    RunResult result =
        new Runner(executor((host, action) -> new Outcome.Unchanged()), 1)
            .run(plan, "r", new RunValues(), event -> {}, cancel);
    assertThat(result.unchanged()).isEqualTo(3);
  }

  private RunResult run(Plan plan, BiFunction<HostName, Action, Outcome> work) {
    return run(plan, work, new ArrayList<>());
  }

  private RunResult run(
      Plan plan, BiFunction<HostName, Action, Outcome> work, List<RunEvent.HostFinished> ends) {
    RunListener listener =
        event -> {
          if (event instanceof RunEvent.HostFinished finished) {
            synchronized (ends) {
              ends.add(finished);
            }
          }
        };
    return new Runner(executor(work), 8).run(plan, "r", new RunValues(), listener, cancel);
  }

  private Executor executor(BiFunction<HostName, Action, Outcome> work) {
    return new Executor() {
      @Override
      public Outcome apply(HostName host, Action action, Stage stage) {
        log.add(host + " " + action.id());
        return work.apply(host, action);
      }

      @Override
      public void close() {}
    };
  }

  private static Plan inTurn(Order order) {
    var lanes = List.of(lane("step", N1), lane("step", N2), lane("step", N3));
    return new Plan(
        List.of(
            new PlannedPhase("step", Message.of("t"), order, Set.of(), Set.of(), Set.of(), lanes)));
  }

  private static BiFunction<HostName, Action, Outcome> failingOn(HostName ill) {
    return (host, _) ->
        host.equals(ill) ? new Outcome.Failed(problem(host)) : new Outcome.Unchanged();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Problem problem(HostName host) {
    var m = Message.of("m");
    return new Problem("p", host, "", m, m, m, Optional.empty(), List.of());
  }

  private static PlannedPhase.Lane lane(String id, HostName host) {
    return new PlannedPhase.Lane(
        host, List.of(Action.RunScript.of(id, Message.of("t"), "x.sh", new TreeMap<>())));
  }

  private static PlannedPhase phase(
      String id, Set<String> waitsFor, Set<String> opens, HostName... hosts) {
    var lanes = java.util.Arrays.stream(hosts).map(h -> lane(id, h)).toList();
    return new PlannedPhase(
        id, Message.of("t"), Order.SIDE_BY_SIDE, waitsFor, opens, Set.of(), lanes);
  }

  private static PlannedPhase settling(String id, Set<String> settles, HostName... hosts) {
    var lanes = java.util.Arrays.stream(hosts).map(h -> lane(id, h)).toList();
    return new PlannedPhase(
        id, Message.of("t"), Order.SIDE_BY_SIDE, Set.of(), Set.of(), settles, lanes);
  }
}
