package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import java.util.List;

/**
 * What a draft gave. Its cluster may be unfinished: no hosts yet, a host without an address (an
 * empty text) or without a role, ranges that overlap.
 *
 * @param problems what was left out and why, in the order of the text
 */
public record DraftResult(ClusterSpec spec, List<FileProblem> problems) {
  public DraftResult {
    problems = List.copyOf(problems);
  }
}
