package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list, the report, and what the user passes over. */
final class ChecksTest {

  @Test
  void goodHostsOnlyWaitForTheInstallation() {
    var report = TestCluster.ofThree().look();
    assertThat(report.blocks()).isFalse();
    assertThat(report.in(State.WARNING)).isEmpty();
    assertThat(report.in(State.SET_BY_INSTALL))
        .extracting(Finding::key)
        .containsOnly("CRI", "KubeletVersion", "KubernetesVersion", "Service-Kubelet");
  }

  @Test
  void everyCheckHasANameOfItsOwnAndWordsInBothLanguages() {
    assertThat(Checks.all()).extracting(Check::key).doesNotHaveDuplicates();
    for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
      var words = new Words(language);
      assertThat(Checks.all().stream().flatMap(c -> Stream.of(c.title(), c.why(), c.remedy())))
          .extracting(words::say)
          .noneMatch(sentence -> sentence.startsWith("check."));
    }
  }

  @Test
  void everyFindingCanBeSaidWithoutKeysLeft() {
    var words = new Words(Locale.ENGLISH);
    assertThat(TestCluster.ofThree().look().findings())
        .allSatisfy(finding ->
            assertThat(words.say(finding.read()) + words.say(finding.shortly()))
                .doesNotContain("check.")
                .doesNotContain("{"));
  }

  @Test
  void aSoftFindingIsOverriddenByItsIdentifierAndKubeadmIsTold() {
    var cluster = TestCluster.ofThree().facts("n1", Change.cpus(1));
    assertThat(cluster.look().blocks()).isTrue();
    cluster.override("numcpu");
    assertThat(cluster.finding("NumCPU", "n1").state()).isEqualTo(State.OVERRIDDEN);
    assertThat(cluster.look().blocks()).isFalse();
    assertThat(cluster.look().ignorePreflightErrors()).containsExactly("numcpu");
  }

  @Test
  void aHardFindingStaysWhateverTheUserOverrides() {
    var cluster =
        TestCluster.ofThree()
            .facts("n2", Change.machine("s390x", "none", false))
            .override("Architecture");
    assertThat(cluster.finding("Architecture", "n2").state()).isEqualTo(State.BLOCKS);
    assertThat(cluster.finding("Architecture", "n2").soft()).isFalse();
    assertThat(cluster.look().ignorePreflightErrors()).isEmpty();
  }

  @Test
  void overridingCgroupVersion1TellsKubeadmToPassOverItsSystemVerification() {
    assertThat(TestCluster.ofThree().override("CgroupV1").look().ignorePreflightErrors())
        .containsExactly("SystemVerification");
  }

  @Test
  void aHostThatWasNotReachedHasNoFindings() {
    var report = TestCluster.ofThree().unreached("n3").look();
    assertThat(report.of(new HostName("n3"))).isEmpty();
    assertThat(report.byHost().keySet())
        .containsExactlyInAnyOrder(
            Optional.of(new HostName("n1")), Optional.of(new HostName("n2")), Optional.empty());
  }

  @Test
  void findingsAreGroupedByRowInTheListsOrder() {
    var rows = TestCluster.ofThree().look().byCheck();
    assertThat(rows.keySet()).startsWith("Linux", "IsPrivilegedUser", "Architecture", "NumCPU");
    assertThat(rows.get("NumCPU"))
        .extracting(Finding::host)
        .containsExactly(
            Optional.of(new HostName("n1")),
            Optional.of(new HostName("n2")),
            Optional.of(new HostName("n3")));
  }

  @Test
  void aFindingSaysWhatWasReadWhyItMattersAndWhatMendsIt() {
    var finding =
        TestCluster.ofThree().facts("n2", f -> f.withSwap("/dev/sda3")).finding("Swap", "n2");
    assertThat(finding.title()).isEqualTo(Message.of("check.title.Swap"));
    assertThat(finding.why()).isEqualTo(Message.of("check.why.Swap"));
    assertThat(finding.remedy()).isEqualTo(Message.of("check.remedy.Swap"));
    assertThat(English.say(finding.read())).contains("/dev/sda3");
    assertThat(finding.mend()).containsExactly(Mends.swapOff());
  }

  @Test
  void onlySoftIdentifiersMayStandInTheClusterFile() {
    assertThat(Checks.overridable())
        .contains("NumCPU", "SystemVerification", "Port-6443", "Swap")
        .doesNotContain("Architecture", "OtherCluster", "UniqueHostname");
  }

  @Test
  void theApiServersPortFollowsTheUsersChoiceAndSoDoesItsIdentifier() {
    var cluster =
        TestCluster.ofThree()
            .laidOver("initConfiguration", Map.of("localAPIEndpoint", Map.of("bindPort", 8443)));
    assertThat(cluster.finding("Port-8443", "n1").check()).isEqualTo("Port-8443");
  }
}
