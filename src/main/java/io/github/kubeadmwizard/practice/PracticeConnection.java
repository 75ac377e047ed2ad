package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.session.HostConnection;
import io.github.kubeadmwizard.ssh.Exit;
import io.github.kubeadmwizard.ssh.OutputSink;
import java.time.Duration;
import java.util.List;

/** A connection to a practice machine; it knows the scripts that only read. */
final class PracticeConnection implements HostConnection {
  private static final long READ_MILLIS = 4000;
  private static final long ASK_MILLIS = 1500;
  private static final int CANCELLED = 137;

  private final HostName host;
  private final PracticeMachine machine;
  private final PracticeMachines machines;
  private volatile boolean alive = true;

  PracticeConnection(HostName host, PracticeMachine machine, PracticeMachines machines) {
    this.host = host;
    this.machine = machine;
    this.machines = machines;
  }

  @Override
  public HostName host() {
    return host;
  }

  @Override
  public Exit run(String script, OutputSink sink, Duration deadline, Cancel cancel) {
    String facts = Assets.text("scripts/facts.sh");
    if (script.endsWith(facts)) {
      return facts(script.substring(0, script.length() - facts.length()), sink, cancel);
    }
    machines.pace().pause(ASK_MILLIS, Pace.Stop.when(cancel));
    return new ClusterAnswers(machine, machines).answer(script, sink);
  }

  private Exit facts(String assignments, OutputSink sink, Cancel cancel) {
    var clock = machines.clock();
    var asked = clock.instant();
    List<String> lines;
    synchronized (machine) {
      lines = MachineFacts.of(machine, Question.in(assignments), asked);
    }
    if (!machines.pace().pause(READ_MILLIS, Pace.Stop.when(cancel))) {
      return new Exit(CANCELLED, Exit.How.CANCELLED);
    }
    lines.forEach(line -> sink.line(OutputSink.Stream.OUT, line));
    var answered = clock.instant();
    long millis = Duration.between(asked, answered).toMillis();
    sink.line(OutputSink.Stream.OUT, MachineFacts.end(machine, answered, millis));
    return new Exit(0);
  }

  @Override
  public boolean alive() {
    return alive;
  }

  @Override
  public void close() {
    alive = false;
  }
}
