package io.github.kubeadmwizard.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class BulkHeadsTest {
  private static final String US = FactsOutput.SEPARATOR;

  private static HostFacts facts(String... lines) {
    return FactsParser.parse(String.join("\n", lines).replace("|", US) + "\n");
  }

  @Test
  void filesThatHoldOneFact() {
    var host =
        facts(
            "|lines",
            "/proc/sys/kernel/osrelease:6.12.101",
            "/proc/sys/kernel/hostname:n8",
            "/proc/sys/net/ipv4/ip_local_port_range:32768\t60999",
            "/proc/cmdline:root=/dev/sda1 console=tty:0",
            "/sys/devices/system/cpu/online:0-3",
            "/proc/meminfo:MemTotal:        2048 kB",
            "/proc/meminfo:MemAvailable:    1024 kB",
            "/proc/1/comm:systemd",
            "/etc/passwd:root:x:0:0:root:/root:/bin/bash",
            "|login|0||");
    assertThat(host.kernel().release()).contains("6.12.101");
    assertThat(host.kernel().sysctl("net.ipv4.ip_local_port_range")).contains("32768 60999");
    assertThat(host.machine().hostname().name()).contains("n8");
    assertThat(host.machine().cpus()).hasValue(4);
    assertThat(host.machine().memory()).contains(new Memory(2048 * 1024, 1024 * 1024));
    assertThat(host.init().name()).contains("systemd");
    assertThat(host.login().home()).contains("/root");
    assertThat(host.reading().unparsed()).isEmpty();
  }

  @Test
  void filesWithPlaceOfTheirOwn() {
    var out =
        new FactsOutput(
            "|lines\n/etc/hosts:127.0.0.1 a\n/etc/hosts:\n/etc/hosts:::1 b\n/dev/fd/15:CONFIG_INET=y\n"
                .replace("|", US));
    assertThat(out.lines("/etc/hosts")).containsExactly("127.0.0.1 a", "", "::1 b");
    assertThat(out.text("kernel-config")).containsExactly("CONFIG_INET=y");
  }

  @Test
  void disks() {
    var host =
        facts(
            "|lines",
            "/sys/class/block/sda/size:2048",
            "/sys/class/block/sda/dev:8:0",
            "/sys/class/block/sda/ro:1",
            "/sys/class/block/sda/removable:0",
            "/sys/class/block/sda/queue/rotational:1",
            "/sys/class/block/sda1/size:1024",
            "/sys/class/block/sda1/dev:8:1",
            "/sys/class/block/sda1/ro:0",
            "/run/udev/data/b8:1:E:ID_FS_TYPE=ext4",
            "/proc/self/mountinfo:27 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw",
            "|disk-part|sda1|sda");
    assertThat(host.storage().devices())
        .containsExactly(
            new BlockDevice(
                "sda",
                2048 * 512,
                Optional.empty(),
                true,
                false,
                true,
                Optional.empty(),
                List.of()),
            new BlockDevice(
                "sda1",
                1024 * 512,
                Optional.of("sda"),
                false,
                false,
                false,
                Optional.of("ext4"),
                List.of("/")));
  }

  @Test
  void socketsThatNobodyAskedTheOwnerOf() {
    var host =
        facts(
            "|lines",
            "/proc/net/tcp:   0: 0100007F:192B 00000000:0000 0A 0:0 00:0 0     0        0 640",
            "/proc/net/tcp6:   0: 0000000000000000FFFF00000100007F:0016 0:0000 0A 0:0 00:0 0");
    assertThat(host.network().ports())
        .containsExactly(
            new ListeningPort(
                ListeningPort.Protocol.TCP,
                "127.0.0.1",
                6443,
                Optional.empty(),
                OptionalInt.empty()),
            new ListeningPort(
                ListeningPort.Protocol.TCP,
                "127.0.0.1",
                22,
                Optional.empty(),
                OptionalInt.empty()));
  }

  @Test
  void toolsAndLinks() {
    var host =
        facts(
            "|text|tools",
            "/usr/sbin/ip",
            "|links|/etc/localtime|/etc/resolv.conf",
            "/usr/share/zoneinfo/Europe/Berlin",
            "../run/systemd/resolve/stub-resolv.conf");
    assertThat(host.tools()).containsExactly("ip");
    assertThat(host.clock().zone()).contains("Europe/Berlin");
    assertThat(host.network().resolver().target())
        .contains("../run/systemd/resolve/stub-resolv.conf");
  }

  @Test
  void whatIsCutIsToldAndNotGuessed() {
    var host = facts("|lines", "no path", "|links|/etc/localtime|/etc/resolv.conf", "../x");
    assertThat(host.reading().unparsed()).containsExactly("no path", "../x");
    assertThat(host.kernel().sysctls()).isEqualTo(Map.of());
    assertThat(facts("|disk-part", "|links", "|lines", "/sys/class/block/a/size:")).isNotNull();
  }
}
