package io.github.kubeadmwizard.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Walks a plan: every host in a lane of its own, on a virtual thread; nobody waits for a slower
 * neighbour but at the gates that its phases name. A host that fails leaves its lane at once.
 */
public final class Runner {
  private final Executor executor;
  private final int parallel;
  private final Clock clock;

  /**
   * @param executor what gives actions their meaning; not closed here
   * @param parallel how many hosts act at once, at least 1; those who wait at a gate do not count
   */
  public Runner(Executor executor, int parallel) {
    this(executor, parallel, Clock.systemUTC());
  }

  Runner(Executor executor, int parallel, Clock clock) {
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one host has to act: " + parallel);
    }
    this.executor = executor;
    this.parallel = parallel;
    this.clock = clock;
  }

  /**
   * Walks the plan to its end, or to where it cannot go on. Returns when every lane has ended.
   *
   * @param runId the run's id, for ledger and journal
   * @param values what the user gave and what actions will give
   */
  public RunResult run(
      Plan plan, String runId, RunValues values, RunListener listener, Cancel cancel) {
    var tally = new Tally();
    RunListener telling = event -> listener.accept(tally.count(event));
    telling.accept(new RunEvent.RunStarted(clock.instant(), runId, plan));
    var gates = new Gates(plan);
    cancel.whenAsked(gates::wake);
    var places = new Semaphore(parallel, true);
    List<Thread> threads = new ArrayList<>();
    for (HostName host : plan.hosts()) {
      var stage = new Stage(runId, "", values, telling, cancel);
      var lane = new Lane(host, plan, executor, gates, places, stage, clock);
      threads.add(Thread.ofVirtual().name("lane-" + host).start(lane));
    }
    joinAll(threads, cancel);
    RunResult result = tally.result(cancel.asked());
    telling.accept(new RunEvent.RunFinished(clock.instant(), result));
    return result;
  }

  private static void joinAll(List<Thread> threads, Cancel cancel) {
    boolean interrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          interrupted = true;
          cancel.ask(); // whoever interrupts us wants an end; lanes still leave in good order
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
