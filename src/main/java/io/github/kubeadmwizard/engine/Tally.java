package io.github.kubeadmwizard.engine;

import java.util.ArrayList;
import java.util.List;

/** Counts a run while its events pass by. */
final class Tally {
  private int changed;
  private int unchanged;
  private int skipped;
  private int failed;
  private boolean stopped;
  private final List<Problem> problems = new ArrayList<>();

  /** Counts and hands on. */
  synchronized RunEvent count(RunEvent event) {
    switch (event) {
      case RunEvent.ActionFinished finished -> count(finished.outcome());
      case RunEvent.HostFinished finished -> stopped |= finished.end() == RunEvent.End.STOPPED;
      default -> {}
    }
    return event;
  }

  private void count(Outcome outcome) {
    switch (outcome) {
      case Outcome.Changed _ -> changed++;
      case Outcome.Unchanged _ -> unchanged++;
      case Outcome.Skipped _ -> skipped++;
      case Outcome.Failed(Problem problem) -> {
        failed++;
        problems.add(problem);
      }
    }
  }

  synchronized RunResult result(boolean asked) {
    RunEvent.End end =
        failed > 0
            ? RunEvent.End.FAILED
            : asked || stopped ? RunEvent.End.STOPPED : RunEvent.End.DONE;
    return new RunResult(end, changed, unchanged, skipped, failed, problems);
  }
}
