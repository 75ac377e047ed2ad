package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.AddonSpec.Rook;
import io.github.kubeadmwizard.facts.Disk;
import io.github.kubeadmwizard.facts.Disk.State;
import io.github.kubeadmwizard.facts.DiskUse;
import io.github.kubeadmwizard.facts.Disks;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** n2 gives disks to Ceph, the others none. */
final class DisksAreBlankTest {
  private static final String ID = "/dev/disk/by-id/ata-A_1";
  private static final String WWN = "/dev/disk/by-id/wwn-0x1";

  private final TestCluster cluster = TestCluster.ofThree();

  private static Disk disk(State state, DiskUse... uses) {
    return new Disk(
        "sdb", ID, List.of(ID, WWN), true, 1L << 40, "A", false, false, state, List.of(uses));
  }

  private void has(int host, String leftover, Disk... disks) {
    cluster.facts(
        "n" + host,
        facts -> facts.with(facts.storage().withDisks(new Disks(List.of(disks), leftover))));
  }

  private List<Finding> found(String... paths) {
    var wish =
        new Rook(new TreeMap<>(Map.of("n2", List.of(paths))), Optional.empty(), false, false);
    return cluster.addons(wish).look().byCheck().getOrDefault("StorageDisks", List.of());
  }

  private static Message read(Message... wrong) {
    return Message.of("check.read.disks", List.of(wrong));
  }

  @Test
  void withoutStorageNobodyAsks() {
    assertThat(cluster.look().byCheck()).doesNotContainKey("StorageDisks");
  }

  @Test
  void aBlankDiskPasses() {
    has(2, "", disk(State.BLANK));
    assertThat(found(ID))
        .extracting(Finding::state)
        .containsExactly(io.github.kubeadmwizard.check.State.PASSED);
    assertThat(found(WWN))
        .extracting(Finding::state)
        .containsExactly(io.github.kubeadmwizard.check.State.PASSED);
  }

  @Test
  void theDiskOfThisClustersCephPasses() {
    has(2, "", disk(State.OURS, new DiskUse(DiskUse.Kind.SIGNATURE, "ceph_bluestore")));
    assertThat(found(ID))
        .extracting(Finding::read)
        .containsExactly(Message.of("check.read.disksOurs", List.of(ID)));
  }

  @Test
  void aUsedDiskBlocksWithEveryReasonAndCannotBePassedOver() {
    has(
        2,
        "",
        disk(
            State.USED,
            new DiskUse(DiskUse.Kind.SIGNATURE, "ext4"),
            new DiskUse(DiskUse.Kind.MOUNTED, "/data")));
    cluster.override("StorageDisks");
    var finding = found(ID).getFirst();
    assertThat(finding.blocks()).isTrue();
    assertThat(finding.read())
        .isEqualTo(
            read(
                Message.of(
                    "check.disks.used",
                    ID,
                    List.of(
                        Message.of("check.disk.mounted", "/data"),
                        Message.of("check.disk.signature", "ext4")))));
  }

  @Test
  void aDiskThatIsNotThereBlocks() {
    has(2, "", disk(State.BLANK));
    assertThat(found("/dev/sdz").getFirst().read())
        .isEqualTo(read(Message.of("check.disks.absent", "/dev/sdz")));
  }

  @Test
  void disksOfWhichNothingIsKnownBlock() {
    assertThat(found(ID).getFirst().read()).isEqualTo(Message.of("check.read.disksUnasked"));
    assertThat(found(ID).getFirst().blocks()).isTrue();
  }

  @Test
  void theSameDiskByTwoNamesBlocks() {
    has(2, "", disk(State.BLANK));
    assertThat(found(ID, WWN).getFirst().read())
        .isEqualTo(read(Message.of("check.disks.twice", List.of(ID, WWN))));
  }

  @Test
  void theKernelsNameIsWarnedOf() {
    has(2, "", disk(State.BLANK));
    var finding = found("/dev/sdb").getFirst();
    assertThat(finding.state()).isEqualTo(io.github.kubeadmwizard.check.State.WARNING);
    assertThat(finding.read()).isEqualTo(Message.of("check.disks.unstable", List.of("/dev/sdb")));
  }

  @Test
  void whatAnEarlierCephLeftBlocksOnAnyHost() {
    has(2, "", disk(State.BLANK));
    has(3, "mon-a");
    assertThat(found(ID))
        .filteredOn(Finding::blocks)
        .extracting(Finding::read)
        .containsExactly(read(Message.of("check.disks.leftover", "/var/lib/rook", "mon-a")));
  }
}
