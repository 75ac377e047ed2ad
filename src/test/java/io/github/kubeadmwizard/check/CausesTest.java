package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.FailedCommand;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.facts.ListeningPort;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a failure is put down to, and what mends it. */
final class CausesTest {
  private static final HostName N2 = new HostName("n2");
  private final TestCluster cluster = TestCluster.ofThree();
  private final Causes causes = Causes.brought();

  private static Problem failed(String id, Object... told) {
    var command = new FailedCommand("a.sh", 1, List.of("the last line"));
    return Problem.told(id, N2, "phase", Optional.of(command), told);
  }

  private static Problem kubeletDoesNotStart() {
    return failed("install.kubeadmJoin", "kubelet-start", "failed while waiting for the kubelet");
  }

  @Test
  void aFailureIsPutDownToTheRequirementThatTheHostDoesNotMeetNow() {
    cluster.facts("n2", f -> f.withSwap("/dev/sda3"));
    Finding swap = cluster.finding("Swap", "n2");
    Problem problem = kubeletDoesNotStart();
    assertThat(causes.explained(problem, cluster.look()))
        .isEqualTo(
            new Problem(
                "install.kubeadmJoin",
                N2,
                "phase",
                Message.of("check.cause.what", swap.title(), swap.read()),
                Message.of("check.cause.why", problem.what(), swap.why()),
                swap.remedy(),
                problem.command(),
                List.of(Mends.swapOff())));
  }

  @Test
  void itIsLeftAsItIsWhereTheHostMeetsThemAllOrAnotherOneDoesNot() {
    assertThat(causes.explained(kubeletDoesNotStart(), cluster.look()))
        .isEqualTo(kubeletDoesNotStart());
    cluster.facts("n3", f -> f.withSwap("/dev/sda3"));
    assertThat(causes.explained(kubeletDoesNotStart(), cluster.look()))
        .isEqualTo(kubeletDoesNotStart());
  }

  @Test
  void whatWeCanMendGoesBeforeWhatOnlyTheUserCan() {
    cluster.facts("n2", Change.listens(ListeningPort.Protocol.TCP, 10250, "agent"));
    assertThat(causes.explained(kubeletDoesNotStart(), cluster.look()))
        .satisfies(found -> {
          assertThat(found.what().args()).contains(Message.of("check.title.Port", "10250"));
          assertThat(found.mend()).isEmpty();
        });
    cluster.facts("n2", f -> f.withSwap("/dev/sda3"));
    assertThat(causes.explained(kubeletDoesNotStart(), cluster.look()).mend())
        .containsExactly(Mends.swapOff());
  }

  @Test
  void aClockThatIsBehindIsFoundByTheCertificateThatItRefuses() {
    var problem =
        failed(
            "install.kubeadmJoin",
            "preflight",
            "tls: x509: certificate has expired or is not yet valid: current time");
    for (String host : List.of("n1", "n2", "n3")) {
      var ahead = Duration.ofMinutes(host.equals("n2") ? -11 : 0);
      cluster.seen(host, seen -> new Seen(seen.facts(), Optional.of(ahead)));
    }
    assertThat(causes.explained(problem, cluster.look()).mend()).containsExactly(Mends.keepTime());
  }

  @Test
  void whatKubeadmRefusesBearsTheNamesOfTheRequirements() {
    var refused =
        failed("install.preflight", "[ERROR Swap]: swap is on\n[ERROR Port-10250]: in use");
    assertThat(causes.suspects(refused)).containsExactly("Swap", "Port-10250");
  }

  @Test
  void valuesWithinValuesAreHeardToo() {
    var waited =
        failed("ssh.waitedTooLong", Message.of("w", "n2", List.of(), "cni plugin not there"), 900);
    assertThat(causes.suspects(waited)).containsExactly("LeftoverCni");
    assertThat(causes.suspects(failed("ssh.waitedTooLong", Message.of("w", "n2"), 900))).isEmpty();
  }

  @Test
  void whatNoRequirementCausesNeedsNoLook() {
    assertThat(causes.suspects(failed("install.imagePull", "an image", "i/o timeout"))).isEmpty();
    assertThat(causes.suspects(failed("install.kubeadmJoin", "discovery", "no route"))).isEmpty();
  }

  @Test
  void everyRequirementThatIsNamedExists() {
    var known = new TreeSet<String>();
    Checks.all().forEach(check -> known.addAll(List.of(check.key(), check.id())));
    assertThat(
            Assets.text("checks/failures.txt")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.split("\\s", -1)[0].split(",", -1))))
        .isNotEmpty()
        .isSubsetOf(known);
  }
}
