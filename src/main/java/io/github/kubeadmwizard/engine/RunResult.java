package io.github.kubeadmwizard.engine;

import java.util.List;

/**
 * A run in figures; the counts are of actions on hosts.
 *
 * @param end how it ended
 * @param problems every failure, in the order of its happening
 */
public record RunResult(
    RunEvent.End end, int changed, int unchanged, int skipped, int failed, List<Problem> problems) {
  public RunResult {
    problems = List.copyOf(problems);
  }
}
