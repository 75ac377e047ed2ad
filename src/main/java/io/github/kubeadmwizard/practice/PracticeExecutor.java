package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Executor;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/**
 * Does actions on practice machines: looks at the machine as the real scripts do, tells what a real
 * one told, and changes the simulated one.
 */
public final class PracticeExecutor implements Executor {
  private final PracticeMachines machines;

  PracticeExecutor(PracticeMachines machines) {
    this.machines = machines;
  }

  @Override
  public Outcome apply(HostName host, Action action, Stage stage) {
    PracticeMachine machine = machines.machine(host);
    Optional<Runnable> pending;
    Optional<Stumble> stumble;
    Script script;
    synchronized (machine) {
      Casting.note(machine, action);
      pending = new Effects(machine, machines).pending(action);
      stumble =
          Stumble.of(machine, action, machines.clock().instant()).filter(_ -> pending.isPresent());
      script = new Casting(machines, machine, action).script(stage.phase());
    }
    if (!played(host, action, stage, script.as(pending.isPresent(), stumble.isPresent()))) {
      return new Outcome.Skipped(Message.of("engine.stopped.asked"));
    }
    if (stumble.isPresent()) {
      return stumble.get().outcome(host, action, stage, machine);
    }
    synchronized (machine) {
      pending.ifPresent(Runnable::run);
    }
    Gifts.give(action, stage.values(), machine, machines);
    return pending.isEmpty() || script.unchanged()
        ? new Outcome.Unchanged()
        : new Outcome.Changed(script.before());
  }

  /** False if the user stopped it; what may not be interrupted goes on to its end. */
  private boolean played(HostName host, Action action, Stage stage, Script script) {
    var stop = action.mayBeInterrupted() ? Pace.Stop.when(stage.cancel()) : Pace.Stop.never();
    Pace pace = machines.pace().of(host.value());
    return new Scene(host, action, stage, machines.clock(), script.names())
        .play(script.moments(), script.millis(), pace, stop);
  }

  @Override
  public void close() {}
}
