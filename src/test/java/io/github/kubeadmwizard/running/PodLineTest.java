package io.github.kubeadmwizard.running;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.json.JsonTree;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PodLineTest {

  @Test
  void columnsAreReadAndWhatIsNotWellStandsFirst() {
    String lines =
        """
        NAMESPACE     NAME          READY   STATUS             RESTARTS       AGE    IP           NODE     NOMINATED NODE   READINESS GATES
        kube-system   etcd-n1       1/1     Running            0              5d2h   10.0.0.1     n1       <none>           <none>
        default       web-7f-x      0/1     CrashLoopBackOff   12 (5m ago)    44m    10.244.1.5   n2       <none>           <none>
        default       job-1-abc     0/1     Completed          0              3h     <none>       n2       <none>           <none>
        default       late          0/1     Pending            0              2s     <none>       <none>   <none>           <none>
        """;
    assertThat(PodLine.of(lines))
        .containsExactly(
            new PodLine("default", "late", "0/1", "Pending", "0", "2s", "<none>"),
            new PodLine(
                "default", "web-7f-x", "0/1", "CrashLoopBackOff", "12 (5m ago)", "44m", "n2"),
            new PodLine("default", "job-1-abc", "0/1", "Completed", "0", "3h", "n2"),
            new PodLine("kube-system", "etcd-n1", "1/1", "Running", "0", "5d2h", "n1"));
    assertThat(PodLine.of("")).isEmpty();
  }

  @Test
  void containersAreNamedWithTheirStateThoseThatPrepareLast() {
    var pod =
        JsonTree.of(
            """
            {"spec":{"initContainers":[{"name":"prepare"}],"containers":[{"name":"a"},{"name":"b"}]},
             "status":{"initContainerStatuses":[{"name":"prepare","restartCount":0,
               "state":{"terminated":{"reason":"Completed"}}}],
              "containerStatuses":[{"name":"a","restartCount":3,
               "state":{"waiting":{"reason":"CrashLoopBackOff"}}},
               {"name":"b","restartCount":0,"state":{"running":{}}}]}}
            """);
    assertThat(PodContainer.of(pod))
        .containsExactly(
            new PodContainer("a", false, "CrashLoopBackOff", 3),
            new PodContainer("b", false, "running", 0),
            new PodContainer("prepare", true, "Completed", 0));
  }

  @Test
  void onlyTokensByWhichSomebodyCanJoinNowAreListed() {
    var now = Instant.parse("2026-11-22T09:00:00Z");
    String lines =
        """
        abcdef|2026-11-22T10:00:00Z|true|true|kubeadm-wizard: join command|
        passed|2026-11-22T09:00:00Z|true|true|over|
        offset|2026-11-22T11:30:00+02:00|true|true|of another zone|
        upload|2026-11-22T11:00:00Z||||
        always||true|true||
        """
            .replace('|', '\u001f');
    assertThat(JoinToken.of(lines, now))
        .containsExactly(
            new JoinToken(
                "abcdef",
                "kubeadm-wizard: join command",
                Optional.of(Instant.parse("2026-11-22T10:00:00Z"))),
            new JoinToken(
                "offset", "of another zone", Optional.of(Instant.parse("2026-11-22T09:30:00Z"))),
            new JoinToken("always", "", Optional.empty()));
  }
}
