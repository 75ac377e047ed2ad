package io.github.kubeadmwizard.practice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.practice.Recording.Moment;
import io.github.kubeadmwizard.practice.Recording.Take;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RecordingTest {
  private static final List<String> FILES =
      List.of(
          "recording.jsonl",
          "others.jsonl",
          "facts.txt",
          "facts-debian-12.txt",
          "facts-debian-13.txt",
          "facts-ubuntu-24.04.txt",
          "packages.txt",
          "admin.conf");

  private final Recording recording = Recording.brought();

  @Test
  void knowsKubeadmsPhasesInTheirOrder() {
    Take init =
        recording.take(Recording.CONTROL_PLANE, "init-control-plane", "kubeadm-init").orElseThrow();
    assertThat(init.moments())
        .filteredOn(moment -> moment.kind().equals("progress"))
        .extracting(moment -> moment.words().get(2))
        .startsWith("init", "preflight", "certs", "kubeconfig", "etcd", "control-plane")
        .endsWith("kubelet-finalize", "addons")
        .hasSize(18);
    assertThat(init.moments()).extracting(Moment::after).isSorted();
  }

  @Test
  void takesWhatWasRecordedElsewhereWhereAnActionIsNewInAPhase() {
    assertThat(recording.take(Recording.WORKER, "mend", "swap-off"))
        .map(Take::role)
        .contains(Recording.WORKER);
    assertThat(recording.take(Recording.WORKER, "mend", "time-sync"))
        .map(Take::role)
        .contains("any");
    assertThat(recording.take(Recording.WORKER, "prepare-hosts", "unheard-of")).isEmpty();
  }

  @Test
  void holdsNothingOfTheMachinesThatItWasTakenFrom() {
    assertThat(FILES)
        .allSatisfy(file ->
            assertThat(Assets.text("practice/" + file))
                .doesNotContainPattern("10\\.88\\.|/(root/work|work|tmp)/|[0-9a-f]{64}")
                .doesNotContainPattern("\\b[a-z0-9]{6}\\.[a-z0-9]{16}\\b"));
    assertThat(FILES.stream().mapToInt(file -> Assets.bytes("practice/" + file).length).sum())
        .isLessThan(200_000);
  }
}
