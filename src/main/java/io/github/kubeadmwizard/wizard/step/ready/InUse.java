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
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.run.RecordedRuns;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The cluster that stands, asked and changed beside the JavaFX thread. */
public final class InUse {
  private final Draft draft;
  private final Connections connections;
  private final RecordedRuns runs;
  private final Background background;

  /** The cluster of this draft, through these connections. */
  public InUse(Draft draft, Connections connections, RecordedRuns runs, Background background) {
    this.draft = draft;
    this.connections = connections;
    this.runs = runs;
    this.background = background;
  }

  /** Does work with the cluster as it is drafted now; gives what came of it to the screen. */
  <T> void work(Function<ClusterSpec, T> work, Consumer<T> then) {
    ClusterSpec spec = draft.spec();
    background.run(() -> work.apply(spec), then);
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

  /** Asks, and gives what was heard to the screen. */
  <T> void ask(Question<T> question, Consumer<Heard<T>> then) {
    work(spec -> ask(spec, question), then);
  }

  /** Asks; waits for the answer, so only as part of {@link #work}. */
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
   * Changes it, with journal and ledger; waits for the end, so only as part of {@link #work}.
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
