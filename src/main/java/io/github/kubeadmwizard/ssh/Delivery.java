package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.FileToBring;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.HostScript;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings files to one host: its script says what is missing and makes the place, the files go there
 * as the login user, and its script checks what came and puts it where it belongs. A file of which
 * a part is there already is gone on with.
 */
final class Delivery {
  private static final Duration PACE = Duration.ofSeconds(2);
  private static final long BIG = 10_000_000;

  private final RootShell shell;
  private final HostName host;
  private final Action.BringFiles action;
  private final Stage stage;
  private final Clock clock;
  private final AtomicLong arrived;
  private long total;
  private long sent;
  private Instant told = Instant.EPOCH;

  Delivery(
      RootShell shell,
      HostName host,
      Action.BringFiles action,
      Stage stage,
      Clock clock,
      AtomicLong arrived) {
    this.shell = shell;
    this.host = host;
    this.action = action;
    this.stage = stage;
    this.clock = clock;
    this.arrived = arrived;
  }

  /** Runs the action's script on the host. */
  interface Step {
    Outcome run(HostScript script, Stage own) throws SshFailure;
  }

  Outcome bring(Step step) throws SshFailure {
    Outcome came = once(step);
    boolean damaged =
        came instanceof Outcome.Failed(Problem problem)
            && problem.id().equals("bundle.arrivedDamaged");
    return damaged ? once(step) : came; // what an earlier run left there was not what we sent
  }

  private Outcome once(Step step) throws SshFailure {
    var values = new RunValues();
    Outcome look = step.run(script("look"), own(values));
    Optional<String> missing = values.get("missing").map(Secret::reveal);
    if (!(look instanceof Outcome.Changed(var before)) || missing.isEmpty()) {
      return look;
    }
    Optional<Outcome> stopped = send(Set.copyOf(missing.get().lines().toList()));
    if (stopped.isPresent()) {
      return stopped.get();
    }
    Outcome received = step.run(script("receive"), own(new RunValues()));
    return received instanceof Outcome.Changed ? new Outcome.Changed(before) : received;
  }

  private HostScript script(String word) {
    return HostScript.of(action)
        .and("STEP", Var.of(word))
        .and("LOGIN", Var.of(shell.link().target().user()));
  }

  /** Its own values: what is missing is nobody else's business, and no secret. */
  private Stage own(RunValues values) {
    return new Stage(stage.runId(), stage.phase(), values, stage.listener(), stage.cancel());
  }

  /** Sends these; empty where all went. */
  private Optional<Outcome> send(Set<String> digests) throws SshFailure {
    var byDigest = new TreeMap<String, FileToBring>();
    for (FileToBring file : action.files()) {
      if (digests.contains(file.sha256())) {
        byDigest.putIfAbsent(file.sha256(), file);
      }
    }
    List<FileToBring> files = List.copyOf(byDigest.values());
    total = files.stream().mapToLong(FileToBring::bytes).sum();
    sent = 0;
    for (FileToBring file : files) {
      Optional<Problem> damage = damage(file);
      if (damage.isPresent()) {
        return Optional.of(new Outcome.Failed(damage.get()));
      }
      String goal = action.folder() + "/.incoming/" + file.sha256();
      boolean whole =
          new FileSending(shell.link(), stage.cancel())
              .send(file.from(), goal, file.bytes(), n -> progress(file, n));
      if (!whole) {
        return Optional.of(new Outcome.Skipped(Message.of("engine.stopped.asked")));
      }
    }
    return Optional.empty();
  }

  /** What is damaged here need not be sent. */
  private Optional<Problem> damage(FileToBring file) {
    String found;
    try {
      found = FileSending.sha256(file.from());
    } catch (IOException e) {
      found = String.valueOf(e);
    }
    return found.equals(file.sha256())
        ? Optional.empty()
        : Optional.of(
            Problem.told(
                "bundle.damaged",
                host,
                stage.phase(),
                Optional.empty(),
                file.from().toString(),
                file.sha256(),
                found));
  }

  private void progress(FileToBring file, long bytes) {
    sent += bytes;
    arrived.accumulateAndGet(sent, Math::max);
    Instant now = clock.instant();
    if (now.isBefore(told.plus(PACE)) && sent < total) {
      return;
    }
    told = now;
    long unit = total >= BIG ? 1_000_000 : 1_000;
    String name =
        file.path()
            .replaceFirst("^.*/", "")
            .replaceFirst("^(\\p{XDigit}{12})\\p{XDigit}{52}$", "$1");
    stage
        .listener()
        .accept(
            new RunEvent.Progress(
                now,
                host,
                stage.phase(),
                action.id(),
                (int) (sent / unit),
                (int) Math.max(1, total / unit),
                name + (unit == 1_000 ? " · kB" : " · MB")));
  }
}
