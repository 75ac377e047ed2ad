package io.github.kubeadmwizard.wizard.run;

import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunListener;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.Runner;
import io.github.kubeadmwizard.journal.ClusterLock;
import io.github.kubeadmwizard.journal.RunIds;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Connections;
import java.io.IOException;

/** Walks plans over the connected machines, with journal and ledger, one run at a time. */
public final class RecordedRuns {
  private final Runs runs;
  private final RunIds ids;
  private final Workshop workshop;
  private final Connections connections;

  /** Over these machines. */
  public RecordedRuns(Runs runs, RunIds ids, Workshop workshop, Connections connections) {
    this.runs = runs;
    this.ids = ids;
    this.workshop = workshop;
    this.connections = connections;
  }

  /** How a run came to its end, or why it did not begin. */
  public sealed interface End {}

  /**
   * It ran.
   *
   * @param runId its name in the journals
   */
  public record Ran(String runId, RunResult result) implements End {}

  /** It did not begin. */
  public record NotBegun(Message why) implements End {}

  /**
   * Runs a plan to its end; waits for it, so never on the JavaFX thread.
   *
   * @param cluster whose journal it goes into
   * @param parallel how many machines act at once
   */
  public End run(String cluster, Plan plan, int parallel, RunListener listener, Cancel cancel) {
    return run(cluster, plan, parallel, listener, cancel, values());
  }

  /** What the user gave for runs; actions put theirs beside. Fresh for each run. */
  public RunValues values() {
    return connections.secrets().runValues();
  }

  /**
   * The same with values that are looked at afterwards.
   *
   * @param values from {@link #values()}
   */
  public End run(
      String cluster,
      Plan plan,
      int parallel,
      RunListener listener,
      Cancel cancel,
      RunValues values) {
    String runId = ids.next();
    try (ClusterLock lock = runs.lock(cluster, runId)) {
      if (lock instanceof ClusterLock.Held(String who)) {
        return new NotBegun(Message.of("wizard.run.held", cluster, who));
      }
      return walk(cluster, runId, plan, parallel, listener, cancel, values);
    } catch (IOException e) {
      return new NotBegun(Message.of("wizard.run.noJournal", String.valueOf(e.getMessage())));
    }
  }

  private End walk(
      String cluster,
      String runId,
      Plan plan,
      int parallel,
      RunListener listener,
      Cancel cancel,
      RunValues values)
      throws IOException {
    SecretBook secrets = connections.secrets();
    try (var executor = workshop.acting().over(connections.fleet());
        var journal = runs.begin(cluster, runId, text -> secrets.masked(values.masked(text)))) {
      RunListener both =
          event -> {
            journal.accept(event);
            listener.accept(event);
          };
      return new Ran(runId, new Runner(executor, parallel).run(plan, runId, values, both, cancel));
    }
  }
}
