package io.github.kubeadmwizard.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kubeadmwizard.cluster.HostForms;
import io.github.kubeadmwizard.draft.ClusterFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AnyHostsTest {
  private static final String CLUSTER =
      """
      apiVersion: kubeadm-wizard/v1
      kind: Cluster
      hosts:
        - {name: n1, address: 10.0.0.11, user: ops, roles: [control-plane], labels: {disk: ssd}}
        - {address: 10.0.0.12, roles: [queen], colour: red}
        - {address: "", roles: [worker]}
      ssh: {bastion: {address: gate, user: me}}
      network: {podCIDR: nonsense}
      """;

  @TempDir Path home;

  private final ClusterFile files = ClusterFile.ofThisProgram();

  private AnyHosts hosts() {
    return new AnyHosts(home, files);
  }

  private HostList read(String name, byte[] bytes) throws IOException {
    var file = home.resolve(name);
    Files.write(file, bytes);
    return hosts().read(file, Setting.DEFAULT);
  }

  @Test
  void aClusterFileGivesItsHostsWholeAndSaysWhatItLeavesOut() {
    var list = hosts().read("other.yaml", CLUSTER, Setting.DEFAULT);
    assertThat(Listing.hosts(list))
        .containsExactly("ops@10.0.0.11 22 control-plane name=n1", "root@10.0.0.12 22 worker");
    assertThat(list.hosts().getFirst().labels()).containsEntry("disk", "ssd");
    assertThat(list.bastion()).isPresent();
    assertThat(list.bad())
        .extracting(BadLine::line, bad -> bad.why().args().getFirst())
        .containsExactly(tuple(5, "hosts[1].roles[0]"), tuple(5, "hosts[1].colour"));
  }

  @Test
  void theKindIsSeenFromNameAndContent() {
    assertThat(HostFileKind.of("a.csv", "x")).isEqualTo(HostFileKind.CSV);
    assertThat(HostFileKind.of("", "ip,user\n1.2.3.4,x")).isEqualTo(HostFileKind.CSV);
    assertThat(HostFileKind.of("x.txt", "地址\t用户\n")).isEqualTo(HostFileKind.CSV);
    assertThat(HostFileKind.of("x.yaml", CLUSTER)).isEqualTo(HostFileKind.CLUSTER_FILE);
    assertThat(HostFileKind.of("", CLUSTER)).isEqualTo(HostFileKind.CLUSTER_FILE);
    assertThat(HostFileKind.of("x.yml", "all:\n  hosts:\n    a:\n"))
        .isEqualTo(HostFileKind.ANSIBLE_YAML);
    assertThat(HostFileKind.of("hosts", "all:\n  children:\n    a:\n"))
        .isEqualTo(HostFileKind.ANSIBLE_YAML);
    assertThat(HostFileKind.of("inventory.ini", "a\n")).isEqualTo(HostFileKind.ANSIBLE_INI);
    assertThat(HostFileKind.of("hosts", "[web]\na\n")).isEqualTo(HostFileKind.ANSIBLE_INI);
    assertThat(HostFileKind.of("", "a ansible_host=1.2.3.4")).isEqualTo(HostFileKind.ANSIBLE_INI);
    assertThat(HostFileKind.of("/home/me/.ssh/config", "")).isEqualTo(HostFileKind.SSH_CONFIG);
    assertThat(HostFileKind.of("", "Host a\n  HostName b\n")).isEqualTo(HostFileKind.SSH_CONFIG);
    assertThat(HostFileKind.of("", "10.0.0.11 master\n[fd00::1]:22\n"))
        .isEqualTo(HostFileKind.LIST);
    assertThat(HostFileKind.of("list.txt", "a, b, c")).isEqualTo(HostFileKind.LIST);
    assertThat(HostFileKind.of("", "")).isEqualTo(HostFileKind.LIST);
  }

  @Test
  void eachEncodingOfATableIsRead() throws IOException {
    var text = "地址,角色\n10.0.0.11,控制平面\n";
    var expected = List.of("root@10.0.0.11 22 control-plane");
    assertThat(Listing.hosts(read("a.csv", text.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(expected);
    assertThat(Listing.hosts(read("b.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(expected);
    assertThat(Listing.hosts(read("c.csv", text.getBytes(Charset.forName("GB18030")))))
        .isEqualTo(expected);
    assertThat(Listing.hosts(read("d.csv", text.getBytes(StandardCharsets.UTF_16))))
        .isEqualTo(expected);
  }

  @Test
  void aFileThatCannotBeReadSaysWhy() throws IOException {
    assertThat(hosts().read(home.resolve("none"), Setting.DEFAULT).bad())
        .extracting(bad -> bad.why().key())
        .containsExactly("imports.noFile");
    assertThat(hosts().read(home, Setting.DEFAULT).bad())
        .extracting(bad -> bad.why().key())
        .containsExactly("imports.unreadable");
    assertThat(read("big", new byte[5 * 1024 * 1024]).bad())
        .extracting(bad -> bad.why().key())
        .containsExactly("imports.tooLarge");
    assertThat(read("table.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}).bad())
        .extracting(bad -> bad.why().key())
        .containsExactly("imports.notText");
  }

  /**
   * Whatever comes, no reader throws, and whatever host comes of it can stand in a cluster file.
   */
  @ParameterizedTest
  @EnumSource(HostFileKind.class)
  void noTextIsTooOdd(HostFileKind kind) {
    var random = new Random(4);
    var pieces =
        List.of(
            "10.0.0.1",
            "-",
            "19",
            ":",
            "@",
            "[",
            "]",
            "{",
            "}",
            "node",
            "01",
            ",",
            ";",
            " ",
            "\n",
            "\n",
            "\n  ",
            "#",
            "\"",
            "'",
            "=",
            "Host ",
            "HostName ",
            "Include *",
            "ProxyJump ",
            "Match ",
            "!",
            "*",
            "%h",
            "%",
            "all:",
            "hosts:",
            "children:",
            "vars:",
            "[a]",
            ":vars]",
            ":children]",
            "ansible_host=",
            "ansible_port: ",
            "!vault |",
            "$ANSIBLE_VAULT",
            "{{",
            "master",
            "控制平面",
            "＠",
            "：",
            "。",
            "\t",
            "\r",
            "name=",
            "key=",
            "fd00::1",
            "::",
            "a..b",
            "- address: ",
            "roles: [worker]",
            "apiVersion: kubeadm-wizard/v1",
            "&x",
            "*x",
            "|",
            "\uD800",
            "-p",
            "ssh",
            "..",
            "999999999999",
            "ip,user",
            "地址",
            "password",
            "/");
    for (int i = 0; i < 1500; i++) {
      var text = new StringBuilder();
      for (int j = random.nextInt(40); j > 0; j--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      var list = hosts().read(kind, text.toString(), Setting.DEFAULT);
      for (var host : list.hosts()) {
        assertThat(HostForms.isHost(host.address())).as(text + " -> " + host).isTrue();
        assertThat(HostForms.isLogin(host.user())).isTrue();
        assertThat(host.roles()).isNotEmpty();
      }
      assertThat(hosts().read("", text.toString(), Setting.DEFAULT)).isNotNull();
    }
  }
}
