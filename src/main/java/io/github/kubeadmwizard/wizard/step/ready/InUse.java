package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.running.ClusterQuestions;
import io.github.kubeadmwizard.running.RunningCluster;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.run.RecordedRuns;
import java.util.Optional;

/** The cluster that stands, asked and changed; waits for it, so never on the JavaFX thread. */
public final class InUse {
  private final Connections connections;
  private final RecordedRuns runs;

  /** Through these connections. */
  public InUse(Connections connections, RecordedRuns runs) {
    this.connections = connections;
    this.runs = runs;
  }

  /** An answer, or why there is none. */
  sealed interface Heard<T> {}

  /** The answer. */
  record Known<T>(T value) implements Heard<T> {}

  /** None. */
  record Unknown<T>(Message why) implements Heard<T> {}

  /** A question. */
  @FunctionalInterface
  interface Question<T> {
    RunningCluster.Answer<T> to(ClusterQuestions questions) throws SshFailure;
  }

  /** Asks. */
  <T> Heard<T> ask(ClusterSpec spec, Question<T> question) {
    try {
      var questions = new ClusterQuestions(new RunningCluster(connections.fleet(), spec));
      return switch (question.to(questions)) {
        case RunningCluster.Answer.Is<T>(var value) -> new Known<>(value);
        case RunningCluster.Answer.NoCluster<T> _ ->
            new Unknown<>(Message.of("wizard.ready.noCluster"));
        case RunningCluster.Answer.Silent<T>(var _, var said) ->
            new Unknown<>(
                said.isEmpty()
                    ? Message.of("wizard.ready.silent")
                    : Message.of("wizard.ready.said", said.getLast()));
      };
    } catch (SshFailure failure) {
      return new Unknown<>(failure.why().what());
    }
  }

  /** What actions give; fresh for each change. */
  RunValues values() {
    return runs.values();
  }

  /**
   * Changes it, with journal and ledger.
   *
   * @return why it did not work; empty where it did
   */
  Optional<Message> change(ClusterSpec spec, Plan plan, RunValues values) {
    var end = runs.run(spec.name(), plan, spec.ssh().parallel(), _ -> {}, new Cancel(), values);
    return switch (end) {
      case RecordedRuns.NotBegun(Message why) -> Optional.of(why);
      case RecordedRuns.Ran(var _, var result) when result.end() == RunEvent.End.DONE ->
          Optional.empty();
      case RecordedRuns.Ran(var _, var result) ->
          Optional.of(
              result.problems().stream()
                  .findFirst()
                  .map(InUse::words)
                  .orElse(Message.of("wizard.ready.silent")));
    };
  }

  private static Message words(Problem problem) {
    return Message.of("choices.living.failed", problem.what(), problem.why(), problem.remedy());
  }
}
