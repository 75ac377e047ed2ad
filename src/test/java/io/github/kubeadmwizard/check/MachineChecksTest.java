package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.facts.Cgroups;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Space;
import io.github.kubeadmwizard.facts.Storage;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The requirements of the group machine. */
final class MachineChecksTest {
  private final TestCluster cluster = TestCluster.ofThree();

  @Test
  void oneCpuBlocksAControlPlaneAndNotAWorker() {
    cluster.facts("n1", Change.cpus(1)).facts("n2", Change.cpus(1));
    assertThat(cluster.cell("NumCPU", "n1")).isEqualTo("BLOCKS 1");
    assertThat(cluster.cell("NumCPU", "n2")).isEqualTo("PASSED 1");
    assertThat(cluster.cell("NumCPU", "n3")).isEqualTo("PASSED 4");
  }

  @Test
  void memoryUnderKubeadmsMinimumBlocksAControlPlane() {
    cluster.facts("n1", Change.memory(1699)).facts("n2", Change.memory(1699));
    assertThat(cluster.cell("Mem", "n1")).isEqualTo("BLOCKS 1,699 MiB");
    assertThat(cluster.cell("Mem", "n2")).isEqualTo("PASSED 1,699 MiB");
    cluster.facts("n1", Change.memory(1700)).facts("n2", Change.memory(800));
    assertThat(cluster.cell("Mem", "n1")).isEqualTo("PASSED 1,700 MiB");
    assertThat(cluster.cell("Mem", "n2")).isEqualTo("WARNING 800 MiB");
  }

  @Test
  void littleRoomUnderVarWarnsAndNearlyNoneBlocks() {
    cluster
        .facts("n1", room("/var", 20))
        .facts("n2", room("/var", 19))
        .facts("n3", room("/var", 4));
    assertThat(cluster.cell("DiskSpace--var", "n1")).isEqualTo("PASSED 20 GB");
    assertThat(cluster.cell("DiskSpace--var", "n2")).isEqualTo("WARNING 19 GB");
    assertThat(cluster.cell("DiskSpace--var", "n3")).isEqualTo("BLOCKS 4 GB");
  }

  @Test
  void aMountOfItsOwnIsMeasuredByItselfAndOneOnTheSameFileSystemIsNot() {
    cluster.facts("n1", spaces(GoodFacts.space("/var", 40), mounted("/var/lib/etcd", 1)));
    assertThat(cluster.cell("DiskSpace--var-lib-etcd", "n1")).isEqualTo("BLOCKS 1 GB");
    cluster.facts("n1", spaces(GoodFacts.space("/var", 40), GoodFacts.space("/var/lib/etcd", 40)));
    assertThat(cluster.look().byCheck()).doesNotContainKey("DiskSpace--var-lib-etcd");
  }

  @Test
  void aReadOnlyFileSystemBlocks() {
    cluster.facts("n2", spaces(new Space("/var", "/", "/dev/sda1", "ext4", 1, 40L << 30, true)));
    assertThat(cluster.cell("DiskSpace--var", "n2")).isEqualTo("BLOCKS read-only");
  }

  @Test
  void architecturesMayBeMixedButOthersAreRefused() {
    cluster
        .facts("n2", Change.machine("aarch64", "none", false))
        .facts("n3", Change.machine("armv7l", "none", false));
    assertThat(cluster.cell("Architecture", "n1")).isEqualTo("PASSED amd64");
    assertThat(cluster.cell("Architecture", "n2")).isEqualTo("PASSED arm64");
    assertThat(cluster.cell("Architecture", "n3")).isEqualTo("BLOCKS armv7l");
  }

  @Test
  void aContainerIsWarnedOf() {
    cluster.facts("n2", Change.machine("x86_64", "lxc", true));
    assertThat(cluster.cell("Virtualization", "n1")).isEqualTo("PASSED kvm");
    assertThat(cluster.cell("Virtualization", "n2")).isEqualTo("WARNING lxc");
  }

  @Test
  void aKernelThatKubernetesIsNotTestedWithIsAWarningAsKubeadmsIs() {
    cluster.facts("n1", Change.release("5.14.0-570.el9")).facts("n2", Change.release("5.15.0-91"));
    assertThat(cluster.cell("Kernel", "n1")).isEqualTo("WARNING 5.14.0-570.el9");
    assertThat(cluster.cell("Kernel", "n2")).isEqualTo("PASSED 5.15.0-91");
    assertThat(cluster.finding("Kernel", "n1").check()).isEqualTo("SystemVerification");
  }

  @Test
  void aKernelWithoutAnOptionBlocksUntilSystemVerificationIsOverridden() {
    cluster.facts("n1", Change.withoutOption("CPUSETS"));
    assertThat(cluster.cell("KernelConfig", "n1")).isEqualTo("BLOCKS CPUSETS");
    cluster.override("SystemVerification");
    assertThat(cluster.cell("KernelConfig", "n1")).isEqualTo("OVERRIDDEN CPUSETS");
  }

  @Test
  void cgroupVersion1BlocksFrom135WithAKernelParameterAsItsMend() {
    cluster.facts("n2", Change.cgroups(Cgroups.Version.HYBRID, "memory"));
    assertThat(cluster.cell("CgroupV1", "n2")).isEqualTo("BLOCKS v1");
    assertThat(cluster.finding("CgroupV1", "n2").mend())
        .containsExactly(
            Mends.kernelParameters("systemd.unified_cgroup_hierarchy=1"),
            Mends.rebootInto("systemd.unified_cgroup_hierarchy=1"));
    assertThat(cluster.cell("CgroupV1", "n1")).isEqualTo("PASSED v2");
  }

  @Test
  void cgroupVersion1IsAWarningBefore135OrWhereTheKubeletIsToldToBearIt() {
    cluster.facts("n2", Change.cgroups(Cgroups.Version.V1, "memory"));
    assertThat(cluster.version("1.34").cell("CgroupV1", "n2")).isEqualTo("WARNING v1");
    cluster.version("1.36").laidOver("kubeletConfiguration", Map.of("failCgroupV1", false));
    assertThat(cluster.cell("CgroupV1", "n2")).isEqualTo("WARNING v1");
  }

  @Test
  void aMissingControllerBlocksAndMemoryComesBackByAKernelParameter() {
    cluster
        .facts(
            "n1", Change.cgroups(Cgroups.Version.V2, "cpu", "devices", "freezer", "memory", "pids"))
        .facts(
            "n2",
            Change.cgroups(Cgroups.Version.V2, "cpu", "cpuset", "devices", "freezer", "pids"));
    assertThat(cluster.cell("CgroupControllers", "n1")).isEqualTo("BLOCKS without cpuset");
    assertThat(cluster.finding("CgroupControllers", "n1").mend()).isEmpty();
    assertThat(cluster.cell("CgroupControllers", "n2")).isEqualTo("BLOCKS without memory");
    assertThat(cluster.finding("CgroupControllers", "n2").mend())
        .containsExactly(
            Mends.kernelParameters("cgroup_enable=memory cgroup_memory=1"),
            Mends.rebootInto("cgroup_enable=memory cgroup_memory=1"));
    assertThat(cluster.cell("CgroupControllers", "n3")).isEqualTo("PASSED ok");
  }

  private static UnaryOperator<HostFacts> room(String path, int gb) {
    return spaces(GoodFacts.space(path, gb));
  }

  private static UnaryOperator<HostFacts> spaces(Space... spaces) {
    return f -> f.with(new Storage(List.of(spaces), List.of(), List.of()));
  }

  private static Space mounted(String path, long gb) {
    return new Space(path, path, "/dev/sdb1", "xfs", 10L << 30, gb * 1_000_000_000L, false);
  }
}
