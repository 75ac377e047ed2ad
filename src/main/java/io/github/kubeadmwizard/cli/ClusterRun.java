package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunListener;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.journal.ClusterLock;
import io.github.kubeadmwizard.journal.RunIds;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.security.SecureRandom;

/** Runs plans on a cluster that stands: under its lock, with journal, screen and Ctrl-C. */
final class ClusterRun {
  private final Tools tools;
  private final Output output;
  private final WatchedRun watched;
  private final Runs runs;

  ClusterRun(Tools tools, Output output, CommonOptions options) {
    this.tools = tools;
    this.output = output;
    this.watched = new WatchedRun(tools, output, options);
    this.runs = new Runs(tools.directories().state());
  }

  /**
   * To its end.
   *
   * @param values what its actions give; never in the journal
   * @param listener hears everything, too
   */
  RunResult run(OpenCluster open, Plan plan, RunValues values, RunListener listener)
      throws CommandEnd {
    return locked(open.spec().name(), runId -> journalled(open, plan, runId, values, listener));
  }

  /**
   * Does work while this program holds the lock of the cluster; where another one holds it, or
   * where no journal can be kept, the command ends.
   */
  <T> T locked(String cluster, Work<T> work) throws CommandEnd {
    String runId = newId();
    try (ClusterLock lock = runs.lock(cluster, runId)) {
      if (lock instanceof ClusterLock.Held(String who)) {
        output.tell(Message.of("cli.install.held", cluster, who));
        throw new CommandEnd(ExitCode.FAILED);
      }
      return work.under(runId);
    } catch (IOException e) {
      throw noJournal(e);
    }
  }

  /** Work on a cluster that nobody else works on meanwhile. */
  @FunctionalInterface
  interface Work<T> {
    T under(String runId) throws IOException, CommandEnd;
  }

  /** For a run that begins now. */
  String newId() {
    return new RunIds(tools.clock(), new SecureRandom()).next();
  }

  /** The journal cannot be written. */
  CommandEnd noJournal(IOException e) {
    String state = tools.directories().state().toString();
    output.tell(Message.of("cli.install.noJournal", state, String.valueOf(e.getMessage())));
    return new CommandEnd(ExitCode.FAILED);
  }

  /** To its end, by who holds the lock already. */
  RunResult journalled(
      OpenCluster open, Plan plan, String runId, RunValues values, RunListener listener)
      throws IOException {
    try (var executor = tools.workshop().acting().over(open.fleet());
        var journal =
            runs.begin(
                open.spec().name(), runId, text -> open.secrets().masked(values.masked(text)))) {
      RunListener both =
          event -> {
            journal.accept(event);
            listener.accept(event);
          };
      RunResult result = watched.run(open, plan, runId, executor, values, both);
      journal
          .trouble()
          .ifPresent(e ->
              output.tell(
                  Message.of("cli.install.journalTrouble", String.valueOf(e.getMessage()))));
      return result;
    }
  }
}
