package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.json.JsonTree;
import io.github.kubeadmwizard.running.RunningCluster.Answer;
import io.github.kubeadmwizard.ssh.SshFailure;
import java.time.Instant;
import java.util.List;
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

  /** The tokens by which machines can join now. */
  public Answer<List<JoinToken>> tokens(Instant now) throws SshFailure {
    return switch (cluster.ask("join-tokens.sh", Map.of())) {
      case Answer.Is<String>(var lines) -> new Answer.Is<>(JoinToken.of(lines, now));
      case Answer<String> other -> other.without();
    };
  }

  /** The API server's version. */
  public Answer<KubernetesVersion> version() throws SshFailure {
    return switch (cluster.ask("version.sh", Map.of())) {
      case Answer.Is<String>(var text) when LocalKubectl.version(text).isPresent() ->
          new Answer.Is<>(LocalKubectl.version(text).get());
      case Answer<String> other -> other.without();
    };
  }

  /** The pods of all namespaces, those that are not well first. */
  public Answer<List<PodLine>> pods() throws SshFailure {
    return switch (cluster.ask("pods.sh", Map.of())) {
      case Answer.Is<String>(var lines) -> new Answer.Is<>(PodLine.of(lines));
      case Answer<String> other -> other.without();
    };
  }

  /** The containers of a pod. */
  public Answer<List<PodContainer>> containers(PodLine pod) throws SshFailure {
    return switch (cluster.ask("pod.sh", vars(pod, "object", "", 1))) {
      case Answer.Is<String>(var text) when JsonTree.of(text).isThere() ->
          new Answer.Is<>(PodContainer.of(JsonTree.of(text)));
      case Answer<String> other -> other.without();
    };
  }

  /** What kubectl says of a pod; never logged, since logs may hold anything. */
  public Answer<String> text(PodLine pod, PodText what) throws SshFailure {
    return cluster.ask(
        "pod.sh",
        switch (what) {
          case PodText.Logs(var container, boolean previous, int lines) ->
              vars(pod, previous ? "previous" : "logs", container, lines);
          case PodText.Events _ -> vars(pod, "events", "", 1);
          case PodText.Describe _ -> vars(pod, "describe", "", 1);
        });
  }

  private static Map<String, String> vars(PodLine pod, String what, String container, int lines) {
    return Map.of(
        "NAMESPACE",
        pod.namespace(),
        "POD",
        pod.name(),
        "WHAT",
        what,
        "CONTAINER",
        container,
        "LAST",
        Integer.toString(lines));
  }
}
