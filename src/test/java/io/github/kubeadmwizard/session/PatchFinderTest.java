package io.github.kubeadmwizard.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Executor;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Kubernetes;
import io.github.kubeadmwizard.facts.Program;
import io.github.kubeadmwizard.facts.RecordedFacts;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PatchFinderTest {
  private static final HostName N1 = new HostName("10.88.0.11");
  private static final Message WORD = Message.of("install.action.find-patch");
  private static final Action LOOKING = Action.RunScript.of("find-patch", WORD, "x.sh", Map.of());

  private final List<Action> asked = new ArrayList<>();

  private Executor source(String newest) {
    return source(stage -> {
      stage.values().put("kubernetes-version", Secret.of(newest));
      return new Outcome.Unchanged();
    });
  }

  private Executor failing(String id) {
    return source(_ -> new Outcome.Failed(problem(id)));
  }

  private Executor source(java.util.function.Function<Stage, Outcome> answer) {
    return new Executor() {
      @Override
      public Outcome apply(HostName host, Action action, Stage stage) {
        asked.add(action);
        return answer.apply(stage);
      }

      @Override
      public void close() {}
    };
  }

  private static Problem problem(String id) {
    return new Problem(id, N1, "", WORD, WORD, WORD, Optional.empty(), List.of());
  }

  private static ClusterSpec wish(String version) {
    return ClusterSpec.of(KubernetesVersion.parse(version), List.of(plane()));
  }

  private static HostSpec plane() {
    return HostSpec.of("10.88.0.11", 22, "root", Set.of(Role.CONTROL_PLANE));
  }

  private static Map<HostName, HostFacts> hosts(String kubeadm, String kubelet) {
    HostFacts facts = RecordedFacts.facts("debian-13");
    Kubernetes was = facts.kubernetes();
    var programs =
        new Kubernetes(
            program(kubeadm),
            program(kubelet),
            program(kubeadm),
            was.crictl(),
            was.service(),
            was.environmentFile(),
            was.dropIns(),
            was.kubeadmFlags(),
            was.apiServer());
    return Map.of(N1, facts.with(programs));
  }

  private static Optional<Program> program(String version) {
    return version.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Program("/usr/bin/x", Optional.of(version), Optional.empty(), Optional.empty()));
  }

  private static String completed(
      ClusterSpec wish, Executor executor, Map<HostName, HostFacts> facts) {
    try {
      return new PatchFinder(LOOKING)
          .complete(wish, executor, facts, new RunValues())
          .kubernetes()
          .toString();
    } catch (PatchUnknown unknown) {
      return unknown.problem().id();
    }
  }

  @Test
  void aMinorBecomesWhatTheHostHasElseTheNewest() {
    assertThat(completed(wish("1.36"), source("1.36.9"), hosts("1.36.2", ""))).isEqualTo("1.36.2");
    assertThat(asked).isEmpty();
    assertThat(completed(wish("1.36"), source("1.36.9"), hosts("", ""))).isEqualTo("1.36.9");
    assertThat(completed(wish("1.36"), failing("host.fetchFailed"), hosts("", "")))
        .isEqualTo("host.fetchFailed");
  }

  @Test
  void aPatchThatTheSourceLacksIsToldBeforeAnythingIsDone() {
    assertThat(completed(wish("1.36.99"), failing("install.patchUnknown"), hosts("", "")))
        .isEqualTo("install.patchUnknown");
    assertThat(completed(wish("1.36.4"), source("1.36.4"), hosts("", ""))).isEqualTo("1.36.4");
    assertThat(asked).hasSize(2);
  }

  @Test
  void aSourceThatDoesNotAnswerIsForTheChecksToTell() {
    assertThat(completed(wish("1.36.4"), failing("host.fetchFailed"), hosts("", "")))
        .isEqualTo("1.36.4");
  }

  @Test
  void nobodyIsAskedForWhatAllHostsHaveOrForFiles() {
    var lacking = failing("install.patchUnknown");
    assertThat(completed(wish("1.36.4"), lacking, hosts("1.36.4", "1.36.4"))).isEqualTo("1.36.4");
    var files =
        new PackagesSpec(Optional.empty(), Optional.empty(), Optional.of("http://10.88.0.1/dl"));
    assertThat(completed(wish("1.36.4").with(files), lacking, hosts("", ""))).isEqualTo("1.36.4");
    assertThat(asked).isEmpty();
    assertThat(completed(wish("1.36.4"), lacking, hosts("1.36.4", "1.36.3")))
        .isEqualTo("install.patchUnknown");
  }
}
