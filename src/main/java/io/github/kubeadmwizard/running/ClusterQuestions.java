package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.json.JsonTree;
import io.github.kubeadmwizard.running.RunningCluster.Answer;
import io.github.kubeadmwizard.ssh.SshFailure;
import java.time.Instant;
import java.util.Map;

/** What one asks a cluster in use; each question is one script that changes nothing. */
public final class ClusterQuestions {
  private final RunningCluster cluster;

  /** To this cluster. */
  public ClusterQuestions(RunningCluster cluster) {
    this.cluster = cluster;
  }

  /** Whom we let in. */
  public Answer<Access> access(Instant now) throws SshFailure {
    return switch (cluster.ask("access.sh", Map.of())) {
      case Answer.Is<String>(var text) when JsonTree.of(text).isThere() ->
          new Answer.Is<>(Access.of(JsonTree.of(text), now));
      case Answer<String> other -> other.without();
    };
  }
}
