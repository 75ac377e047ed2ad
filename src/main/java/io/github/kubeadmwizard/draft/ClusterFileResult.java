package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import java.util.List;

/** What reading a cluster file gave. */
public sealed interface ClusterFileResult {
  /** The cluster that the file describes. */
  record Read(ClusterSpec spec) implements ClusterFileResult {}

  /**
   * The file can't be used.
   *
   * @param file its name, for messages
   * @param problems at least one, in the order of the text
   */
  record Refused(String file, List<FileProblem> problems) implements ClusterFileResult {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
