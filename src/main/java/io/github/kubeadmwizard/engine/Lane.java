package io.github.kubeadmwizard.engine;

import io.github.kubeadmwizard.engine.RunEvent.End;
import io.github.kubeadmwizard.text.Message;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One host's way through a plan. */
final class Lane implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

  /** How a lane ended. */
  private record Ending(End end, Optional<Message> why) {
    static final Ending DONE = new Ending(End.DONE, Optional.empty());
    static final Ending FAILED = new Ending(End.FAILED, Optional.empty());

    static Ending stopped(Message why) {
      return new Ending(End.STOPPED, Optional.of(why));
    }
  }

  private final HostName host;
  private final Plan plan;
  private final Executor executor;
  private final Gates gates;
  private final Semaphore places;
  private final Stage stage;
  private final Clock clock;

  Lane(
      HostName host,
      Plan plan,
      Executor executor,
      Gates gates,
      Semaphore places,
      Stage stage,
      Clock clock) {
    this.host = host;
    this.plan = plan;
    this.executor = executor;
    this.gates = gates;
    this.places = places;
    this.stage = stage;
    this.clock = clock;
  }

  @Override
  public void run() {
    Ending ending = Ending.stopped(Message.of("engine.stopped.interrupted"));
    try {
      ending = walk();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      gates.left(host);
      tell(new RunEvent.HostFinished(clock.instant(), host, ending.end(), ending.why()));
    }
  }

  private Ending walk() throws InterruptedException {
    for (PlannedPhase phase : plan.of(host).toList()) {
      Ending ending = walk(phase);
      if (ending.end() != End.DONE) {
        return ending;
      }
      gates.passed(phase.id(), host);
    }
    return Ending.DONE;
  }

  private Ending walk(PlannedPhase phase) throws InterruptedException {
    Set<String> before = new HashSet<>(phase.waitsFor());
    Gates.turn(phase, host).ifPresent(before::add);
    if (gates.wouldWait(before)) {
      Message what = Message.of("engine.waiting.gate", phase.title());
      tell(new RunEvent.Waiting(clock.instant(), host, phase.id(), Optional.empty(), what));
    }
    Optional<Gates.Answer> answer = gates.await(before, stage.cancel());
    if (answer.isEmpty()) {
      return Ending.stopped(Message.of("engine.stopped.asked"));
    }
    if (answer.get() instanceof Gates.Answer.Closed(HostName because)) {
      return Ending.stopped(Message.of("engine.stopped.because", because.value()));
    }
    tell(new RunEvent.PhaseStarted(clock.instant(), host, phase.id()));
    for (Action action : phase.actionsOn(host).orElseThrow()) {
      if (stage.cancel().asked()) {
        return Ending.stopped(Message.of("engine.stopped.asked"));
      }
      Outcome outcome = act(phase, action);
      if (outcome instanceof Outcome.Failed) {
        return Ending.FAILED;
      }
      if (outcome instanceof Outcome.Skipped && stage.cancel().asked()) {
        return Ending.stopped(Message.of("engine.stopped.asked")); // it was ended in the middle
      }
    }
    return Ending.DONE;
  }

  private Outcome act(PlannedPhase phase, Action action) throws InterruptedException {
    places.acquire();
    try {
      tell(
          new RunEvent.ActionStarted(
              clock.instant(), host, phase.id(), action.id(), action.title()));
      var here =
          new Stage(stage.runId(), phase.id(), stage.values(), stage.listener(), stage.cancel());
      Outcome outcome = apply(action, here);
      if (outcome instanceof Outcome.Failed(Problem problem)) {
        outcome = new Outcome.Failed(problem.during(phase.id()));
      }
      tell(new RunEvent.ActionFinished(clock.instant(), host, phase.id(), action.id(), outcome));
      return outcome;
    } finally {
      places.release();
    }
  }

  /** A fault of ours ends this lane like any failure: in words, and with its place in the log. */
  private Outcome apply(Action action, Stage here) {
    try {
      return executor.apply(host, action, here);
    } catch (RuntimeException e) {
      LOG.error("a fault at {} on {}", action.id(), host, e);
      return new Outcome.Failed(Problem.fault(host, action, e));
    }
  }

  private void tell(RunEvent event) {
    stage.listener().accept(event);
  }
}
