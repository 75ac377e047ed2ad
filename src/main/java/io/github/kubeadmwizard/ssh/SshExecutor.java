package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.Executor;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.ScriptText;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.text.Message;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Does actions on real hosts, through each one's root shell. When a line is lost it is opened again
 * and the action is asked once more: it looks first, so nothing is done twice. What may not be
 * interrupted runs detached from the line, and is taken up again where it is by then.
 */
public final class SshExecutor implements Executor {
  /** The root shells of the hosts of a run; opens a lost connection again. */
  @FunctionalInterface
  public interface Shells {
    /**
     * The root shell of a host.
     *
     * @param fresh whether the connection known so far was lost
     * @throws SshFailure if it cannot be had
     */
    RootShell of(HostName host, boolean fresh) throws SshFailure;
  }

  /** One try of an action on a line that stands. */
  private interface Trial {
    Outcome on(RootShell shell) throws SshFailure;
  }

  private static final int TRIES = 6;
  private static final int DELIVERIES = 4; // more share the same line of ours
  private static final Duration LOOK = Duration.ofSeconds(30);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Shells shells;
  private final ScriptText texts;
  private final Clock clock;
  private final Duration pause;
  private final Semaphore deliveries = new Semaphore(DELIVERIES);

  /**
   * @param shells the hosts
   * @param texts the scripts
   */
  public SshExecutor(Shells shells, ScriptText texts) {
    this(shells, texts, Clock.systemUTC(), Duration.ofSeconds(5));
  }

  SshExecutor(Shells shells, ScriptText texts, Clock clock, Duration pause) {
    this.shells = shells;
    this.texts = texts;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public Outcome apply(HostName host, Action action, Stage stage) {
    return switch (action) {
      case Action.Reboot restart -> restarted(host, restart, stage);
      case Action.BringFiles files -> delivered(host, files, stage);
      case Action other when other.mayBeInterrupted() ->
          tried(host, other, stage, shell -> attached(host, other, stage, shell, false));
      case Action other -> tried(host, other, stage, detached(host, other, stage));
    };
  }

  /** Its script ends before the host goes down, so it needs no unit of its own. */
  private Outcome restarted(HostName host, Action.Reboot action, Stage stage) {
    Outcome begun = tried(host, action, stage, s -> attached(host, action, stage, s, false));
    return begun instanceof Outcome.Changed
        ? new Restart(host, action, stage, clock, pause)
            .awaited(begun, fresh -> attached(host, action, stage, shells.of(host, fresh), true))
        : begun;
  }

  private Outcome tried(HostName host, Action action, Stage stage, Trial trial) {
    return tried(host, action, stage, trial, () -> 0);
  }

  /**
   * Tries anew as long as that is worthwhile.
   *
   * @param progress a number that grows with what was reached; when it did, patience begins anew
   */
  private Outcome tried(
      HostName host, Action action, Stage stage, Trial trial, LongSupplier progress) {
    SshFailure last = null;
    long reached = 0;
    for (int tries = 0; tries < TRIES; tries++) {
      if (progress.getAsLong() > reached) {
        reached = progress.getAsLong();
        tries = 0;
      }
      if (last != null && !rest(host, action, stage, last)) {
        return new Outcome.Skipped(Message.of("engine.stopped.asked"));
      }
      try {
        return trial.on(shells.of(host, last != null));
      } catch (SshFailure lost) {
        last = lost;
        if (!worthAnotherTry(lost.why())) {
          break;
        }
      }
    }
    return new Outcome.Failed(Objects.requireNonNull(last).problem(host));
  }

  /** A place is waited for, so that many hosts are served one after the other, not all slowly. */
  private Outcome delivered(HostName host, Action.BringFiles action, Stage stage) {
    if (!deliveries.tryAcquire()) {
      waiting(host, action, stage, Message.of("ssh.waiting.turn"));
      deliveries.acquireUninterruptibly();
    }
    var arrived = new AtomicLong();
    try {
      return tried(
          host,
          action,
          stage,
          shell ->
              new Delivery(shell, host, action, stage, clock, arrived)
                  .bring((script, own) -> attached(host, action, script, own, shell, false)),
          arrived::get);
    } finally {
      deliveries.release();
    }
  }

  private Outcome attached(HostName host, Action action, Stage stage, RootShell shell, boolean look)
      throws SshFailure {
    return attached(host, action, HostScript.of(action), stage, shell, look);
  }

  private Outcome attached(
      HostName host, Action action, HostScript script, Stage stage, RootShell shell, boolean look)
      throws SshFailure {
    String mark = mark();
    var listener = new HostListener(host, action, stage, mark, clock);
    Exit exit =
        shell.run(
            text(action, script, stage, mark, look),
            listener,
            look ? LOOK : action.deadline(),
            action.mayBeInterrupted() ? stage.cancel() : new Cancel());
    return listener.outcome(exit, script);
  }

  /** One script and one listener for all tries, so that each line is told once. */
  private Trial detached(HostName host, Action action, Stage stage) {
    HostScript script = HostScript.of(action);
    String mark = mark();
    var listener = new HostListener(host, action, stage, mark, clock);
    var job = new DetachedScript(action.id(), text(action, script, stage, mark, false));
    Runnable earlier =
        () -> waiting(host, action, stage, Message.of("ssh.waiting.earlier", action.title()));
    return shell ->
        listener.outcome(
            job.run(shell, listener, earlier, action.deadline(), new Cancel()), script);
  }

  private String text(Action action, HostScript script, Stage stage, String mark, boolean look) {
    String id = stage.phase() + "/" + action.id();
    return texts.of(script, stage.values(), mark, stage.runId(), id, look);
  }

  /** Waits a little before the next try; false if the user asked to stop meanwhile. */
  private boolean rest(HostName host, Action action, Stage stage, SshFailure lost) {
    waiting(host, action, stage, Message.of("ssh.waiting.again", host.value(), lost.why().what()));
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !stage.cancel().asked();
  }

  private void waiting(HostName host, Action action, Stage stage, Message what) {
    var id = Optional.of(action.id());
    stage.listener().accept(new RunEvent.Waiting(clock.instant(), host, stage.phase(), id, what));
  }

  /** A line that broke or a host that is away for a moment; what was refused stays refused. */
  private static boolean worthAnotherTry(SshCause cause) {
    return switch (cause) {
      case ConnectCause.ConnectionLost _,
          ConnectCause.TimedOut _,
          ConnectCause.NoAnswer _,
          ConnectCause.Refused _,
          ConnectCause.NoRoute _,
          ConnectCause.ClosedAtOnce _ ->
          true;
      default -> false;
    };
  }

  private static String mark() {
    byte[] bits = new byte[8];
    RANDOM.nextBytes(bits);
    return "kw-" + HexFormat.of().formatHex(bits);
  }

  @Override
  public void close() {}
}
