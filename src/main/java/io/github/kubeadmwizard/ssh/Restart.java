package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.text.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a host that restarts. On its way up a host refuses much, sign-ins too: only another
 * identity ends the wait before its deadline.
 */
final class Restart {
  /** Asks the host whether it has restarted. */
  @FunctionalInterface
  interface Look {
    /**
     * Unchanged: it has.
     *
     * @param fresh whether the connection known so far was lost
     */
    Outcome now(boolean fresh) throws SshFailure;
  }

  private final HostName host;
  private final Action action;
  private final Stage stage;
  private final Clock clock;
  private final Duration pause;
  private @Nullable Message told;

  Restart(HostName host, Action action, Stage stage, Clock clock, Duration pause) {
    this.host = host;
    this.action = action;
    this.stage = stage;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * What was begun, when the host has come back; a failure if it does not within the deadline.
   *
   * @param begun how the restart began
   */
  Outcome awaited(Outcome begun, Look look) {
    return awaited(begun, look, action.deadline());
  }

  Outcome awaited(Outcome begun, Look look, Duration patience) {
    long begin = System.nanoTime();
    SshFailure lost = null;
    tell(Message.of("ssh.waiting.restart", host.value()));
    while (System.nanoTime() - begin < patience.toNanos()) {
      if (!rested()) {
        return new Outcome.Skipped(Message.of("engine.stopped.asked"));
      }
      try {
        if (look.now(lost != null) instanceof Outcome.Unchanged) {
          return begun;
        }
        lost = null;
      } catch (SshFailure failure) {
        if (failure.why() instanceof HostKeyCause) {
          return new Outcome.Failed(failure.problem(host));
        }
        lost = failure;
        tell(Message.of("ssh.waiting.again", host.value(), failure.why().what()));
      }
    }
    return new Outcome.Failed(
        lost == null
            ? problem("ssh.restart.notBegun", host.value(), patience.toMinutes())
            : problem("ssh.restart.absent", host.value(), patience.toMinutes(), lost.why().what()));
  }

  private Problem problem(String id, Object... args) {
    return Problem.told(id, host, stage.phase(), Optional.empty(), args);
  }

  private boolean rested() {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Only what is new. */
  private void tell(Message what) {
    if (!what.equals(told)) {
      told = what;
      var id = Optional.of(action.id());
      stage.listener().accept(new RunEvent.Waiting(clock.instant(), host, stage.phase(), id, what));
    }
  }
}
