package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Executor;
import io.github.kubeadmwizard.engine.FailedCommand;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Does actions on practice machines: looks at the machine as the real scripts do, tells what a real
 * one told, and changes the simulated one.
 */
public final class PracticeExecutor implements Executor {
  private static final long LOOK_MILLIS = 250;
  private static final String TIMED_OUT =
      "failed to pull image \"%1$s\": failed to resolve reference \"%1$s\": failed to do request:"
          + " Head \"https://%2$s/v2/\": dial tcp: i/o timeout";

  private final PracticeMachines machines;

  PracticeExecutor(PracticeMachines machines) {
    this.machines = machines;
  }

  @Override
  public Outcome apply(HostName host, Action action, Stage stage) {
    PracticeMachine machine = machines.machine(host);
    var stop = action.mayBeInterrupted() ? Pace.Stop.when(stage.cancel()) : Pace.Stop.never();
    Optional<Runnable> pending;
    Script script;
    synchronized (machine) {
      Casting.note(machine, action);
      pending = new Effects(machine, machines).pending(action);
      script = new Casting(machines, machine, action).script(stage.phase());
    }
    var scene = new Scene(host, action, stage, machines.clock(), script.names());
    if (pending.isEmpty()) {
      boolean whole = scene.play(List.of(), LOOK_MILLIS, machines.pace(), stop);
      Gifts.give(action, stage.values());
      return whole ? new Outcome.Unchanged() : stopped();
    }
    Optional<String> deaf = deaf(machine, action);
    if (!scene.play(script.until(deaf.isPresent()), script.millis(), machines.pace(), stop)) {
      return stopped();
    }
    if (deaf.isPresent()) {
      return refused(host, action, stage, machine, deaf.get());
    }
    synchronized (machine) {
      pending.get().run();
    }
    Gifts.give(action, stage.values());
    return script.unchanged() ? new Outcome.Unchanged() : new Outcome.Changed(script.before());
  }

  private static Outcome stopped() {
    return new Outcome.Skipped(Message.of("engine.stopped.asked"));
  }

  /** The image that a machine does not get this time. */
  private static Optional<String> deaf(PracticeMachine machine, Action action) {
    synchronized (machine) {
      return machine.registryDeaf && HostScript.of(action).script().equals("images-pull.sh")
          ? HostScript.of(action).shown().getOrDefault("IMAGES", "").lines().findFirst()
          : Optional.empty();
    }
  }

  /** It hears the next time. */
  private static Outcome refused(
      HostName host, Action action, Stage stage, PracticeMachine machine, String image) {
    synchronized (machine) {
      machine.registryDeaf = false;
    }
    String said = TIMED_OUT.formatted(image, image.replaceFirst("/.*$", ""));
    Object[] args = {image, said};
    return new Outcome.Failed(
        new Problem(
            "install.imagePull",
            host,
            stage.phase(),
            Message.of("install.imagePull.what", args),
            Message.of("install.imagePull.why", args),
            Message.of("install.imagePull.remedy", args),
            Optional.of(new FailedCommand(HostScript.of(action).script(), 1, List.of(said))),
            Optional.empty()));
  }

  @Override
  public void close() {}
}
