package io.github.kubeadmwizard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PastedHostsTest {
  private static HostList read(String... lines) {
    return PastedHosts.read(String.join("\n", lines), Setting.DEFAULT);
  }

  private static HostSpec host(String address, boolean agent, Role... roles) {
    return new HostSpec(
        Optional.empty(),
        address,
        22,
        "root",
        Optional.empty(),
        agent,
        Set.of(roles),
        Optional.empty(),
        Optional.empty(),
        false,
        new TreeMap<>(),
        List.of());
  }

  @Test
  void aLineIsAHost() {
    assertThat(read("10.0.0.11"))
        .isEqualTo(
            new HostList(
                List.of(host("10.0.0.11", false, Role.WORKER)),
                List.of(),
                List.of(),
                Optional.empty()));
  }

  @Test
  void whatTheLineLeavesOpenTheCallerFills() {
    var setting = new Setting("ops", 2222, true, List.of());
    assertThat(Listing.hosts(PastedHosts.read("a\nme@b:22 key=~/k\n", setting)))
        .containsExactly("ops@a 2222 worker agent", "me@b 22 worker key=~/k");
  }

  @Test
  void everyFormOfAHostIsRead() {
    var list =
        read(
            "ops@10.0.0.11:2222",
            "[2001:db8::1]:22",
            "me@[2001:db8::2]",
            "2001:db8::3",
            "node1.lab",
            "node2.lab:2201",
            "ssh://ops@node3.lab:2202/",
            "ssh -p 2203 -i ~/.ssh/k -l me node4.lab",
            "- node5.lab",
            "node6.lab name=Node_6 key=\"~/my keys/k\"",
            "master 10.0.0.20",
            "10.0.0.21 控制平面 name=cp2",
            "10.0.0.22 control-plane,worker");
    assertThat(Listing.bad(list)).isEmpty();
    assertThat(Listing.hosts(list))
        .containsExactly(
            "ops@10.0.0.11 2222 worker",
            "root@2001:db8::1 22 worker",
            "me@2001:db8::2 22 worker",
            "root@2001:db8::3 22 worker",
            "root@node1.lab 22 worker",
            "root@node2.lab 2201 worker",
            "ops@node3.lab 2202 worker",
            "me@node4.lab 2203 worker key=~/.ssh/k",
            "root@node5.lab 22 worker",
            "root@node6.lab 22 worker name=node-6 key=~/my keys/k",
            "root@10.0.0.20 22 control-plane",
            "root@10.0.0.21 22 control-plane name=cp2",
            "root@10.0.0.22 22 control-plane worker");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.9-11 | 10.0.0.9 10.0.0.10 10.0.0.11",
        "10.0.0.254-10.0.1.1 | 10.0.0.254 10.0.0.255 10.0.1.0 10.0.1.1",
        "10.0.0.5~6 | 10.0.0.5 10.0.0.6",
        "10.0.0.5-5 | 10.0.0.5",
        "fd00::9-b | fd00::9 fd00::a fd00::b",
        "fd00::1-fd00::2 | fd00::1 fd00::2",
        "[fd00::1-2]:22 | fd00::1 fd00::2",
        "node[08-11].lab | node08.lab node09.lab node10.lab node11.lab",
        "node[8-10] | node8 node9 node10",
        "node[1,3,07-08] | node1 node3 node07 node08",
        "node[01:03] | node01 node02 node03",
        "node{1..3} | node1 node2 node3",
        "n[1:5:2] | n1 n3 n5",
        "db-[a:c].lab | db-a.lab db-b.lab db-c.lab",
        "r[1-2]n[1-2] | r1n1 r1n2 r2n1 r2n2",
        "10.0.[1-2].7 | 10.0.1.7 10.0.2.7",
        "node-1-2 | node-1-2"
      })
  void aRangeIsAllItsHosts(String range, String hosts) {
    var list = read("ops@" + range);
    assertThat(Listing.bad(list)).isEmpty();
    assertThat(list.hosts()).extracting(HostSpec::address).containsExactly(hosts.split(" ", -1));
    assertThat(list.hosts()).extracting(HostSpec::user).containsOnly("ops");
  }

  @Test
  void aRangeMayHaveAThousandAndTwentyFourHostsAndNoMore() {
    assertThat(read("10.0.0.0-10.0.3.255").hosts()).hasSize(1024);
    assertThat(read("n[1-1024]").hosts()).hasSize(1024);
    for (String absurd :
        List.of(
            "10.0.0.0-10.0.4.0",
            "0.0.0.0-255.255.255.255",
            "fd00::-fd00:ffff::",
            "n[1-1025]",
            "n[0-999999999]",
            "n[1-100][1-100]",
            "n[1-1000][1-1000][1-1000][1-1000][1-1000]")) {
      assertThat(read(absurd))
          .isEqualTo(
              new HostList(
                  List.of(),
                  List.of(
                      new BadLine(
                          1, absurd, Message.of("imports.bad.rangeTooLarge", absurd, 1024))),
                  List.of(),
                  Optional.empty()));
    }
  }

  @Test
  void severalHostsOnALineShareItsRoleOrHaveTheirOwn() {
    var list =
        read(
            "a1, a2; a3 worker # the first rack",
            "control-plane b1 b2",
            "c1 c2 control-plane c3 worker",
            "master d1 worker d2 d3",
            "e1 name=one e2 name=two",
            "name=first f1 f2 key=k");
    assertThat(Listing.bad(list)).isEmpty();
    assertThat(Listing.hosts(list))
        .containsExactly(
            "root@a1 22 worker",
            "root@a2 22 worker",
            "root@a3 22 worker",
            "root@b1 22 control-plane",
            "root@b2 22 control-plane",
            "root@c1 22 control-plane",
            "root@c2 22 control-plane",
            "root@c3 22 worker",
            "root@d1 22 control-plane",
            "root@d2 22 worker",
            "root@d3 22 worker",
            "root@e1 22 worker name=one",
            "root@e2 22 worker name=two",
            "root@f1 22 worker name=first key=k",
            "root@f2 22 worker key=k");
  }

  @Test
  void whatAChineseInputMethodMakesIsUnderstood() {
    var list =
        read(
            "ｏｐｓ＠１０．０．０．１１：２２２２　主节点",
            "ops＠10。0。0。12：22，ops@10.0.0.13；10.0.0.14、10.0.0.15",
            "10.0.0.16－17 工作节点　＃ 注释",
            "node【01—02】.lab",
            "\uFEFF10.0.0.18\u200B\u00A0name＝n18");
    assertThat(Listing.bad(list)).isEmpty();
    assertThat(Listing.hosts(list))
        .containsExactly(
            "ops@10.0.0.11 2222 control-plane",
            "ops@10.0.0.12 22 worker",
            "ops@10.0.0.13 22 worker",
            "root@10.0.0.14 22 worker",
            "root@10.0.0.15 22 worker",
            "root@10.0.0.16 22 worker",
            "root@10.0.0.17 22 worker",
            "root@node01.lab 22 worker",
            "root@node02.lab 22 worker",
            "root@10.0.0.18 22 worker name=n18");
  }

  @Test
  void eachBadLineSaysWhatIsWrongAndTheGoodPartsStay() {
    var list =
        read(
            "10.0.0.300",
            "10.0.0.0/24",
            "10.0.0.1:99999",
            "a/b",
            "root:hunter2@10.0.0.2",
            "-root@10.0.0.2",
            "10.0.0.19-11",
            "10.0.0.1-300",
            "n[a-5]",
            "[2001:db8::1]22",
            "ok1 colour=red ok2",
            "ok3 password=\"hunter 2\"",
            "worker",
            "10.0.0.3-4 name=x",
            "ok4 name=a!b",
            "ok5 key=",
            "ok6 -p x");
    assertThat(Listing.hosts(list))
        .containsExactly(
            "root@ok1 22 worker",
            "root@ok2 22 worker",
            "root@ok3 22 worker",
            "root@ok4 22 worker",
            "root@ok5 22 worker",
            "root@ok6 22 worker");
    assertThat(Listing.bad(list))
        .containsExactly(
            "1 | 10.0.0.300 | imports.bad.host [10.0.0.300]",
            "2 | 10.0.0.0/24 | imports.bad.network [10.0.0.0/24]",
            "3 | 10.0.0.1:99999 | imports.bad.port [99999]",
            "4 | a/b | imports.bad.host [a/b]",
            "5 | root:…@10.0.0.2 | imports.bad.password []",
            "6 | -root@10.0.0.2 | imports.bad.user [-root]",
            "7 | 10.0.0.19-11 | imports.bad.rangeBackwards [10.0.0.19-11]",
            "8 | 10.0.0.1-300 | imports.bad.range [10.0.0.1-300]",
            "9 | n[a-5] | imports.bad.range [n[a-5]]",
            "10 | [2001:db8::1]22 | imports.bad.host [2001:db8::122]",
            "11 | ok1 colour=red ok2 | imports.bad.attribute [colour]",
            "12 | ok3 password=… | imports.bad.password []",
            "13 | worker | imports.bad.noHost []",
            "14 | 10.0.0.3-4 name=x | imports.bad.nameOfMany [x]",
            "15 | ok4 name=a!b | imports.bad.name [a!b]",
            "16 | ok5 key= | imports.bad.key []",
            "17 | ok6 -p x | imports.bad.port [x]");
  }

  @Test
  void theSentenceHoldsAnExample() {
    assertThat(Listing.sentences(read("10.0.0.300", "10.0.0.1:0", "n[1-5000]")))
        .containsExactly(
            "\"10.0.0.300\" is no name or address of a host. Right is, for example: 10.0.0.11,"
                + " ops@node1.lab:22 or [2001:db8::1]:22",
            "\"0\" is no port. Right is a number from 1 to 65535, for example: 10.0.0.11:22",
            "\"n[1-5000]\" stands for more than 1,024 hosts. Right is a smaller range, for example:"
                + " 10.0.0.11-19");
  }

  @Test
  void noHostComesTwice() {
    var already = List.of(host("10.0.0.11", false, Role.WORKER), host("fd00::1", false));
    var list =
        PastedHosts.read(
            """
            10.0.0.9-12
            FD00:0::1
            node1
            NODE1 node1:2222
            10.0.0.1-9
            10.0.0.1-9
            x1 name=n
            x2 name=n
            """,
            new Setting("root", 22, false, already));
    assertThat(list.hosts())
        .extracting(HostSpec::address)
        .containsExactly(
            "10.0.0.9",
            "10.0.0.10",
            "10.0.0.12",
            "node1",
            "node1",
            "10.0.0.1",
            "10.0.0.2",
            "10.0.0.3",
            "10.0.0.4",
            "10.0.0.5",
            "10.0.0.6",
            "10.0.0.7",
            "10.0.0.8",
            "x1");
    assertThat(Listing.bad(list))
        .containsExactly(
            "1 | 10.0.0.9-12 | imports.bad.twice [[10.0.0.11]]",
            "2 | FD00:0::1 | imports.bad.twice [[FD00:0::1]]",
            "4 | NODE1 node1:2222 | imports.bad.twice [[NODE1]]",
            "5 | 10.0.0.1-9 | imports.bad.twice [[10.0.0.9]]",
            "6 | 10.0.0.1-9 | imports.bad.twice"
                + " [[10.0.0.1, 10.0.0.2, 10.0.0.3, 10.0.0.4, 10.0.0.5, …]]",
            "8 | x2 name=n | imports.bad.nameTwice [n]");
  }

  @Test
  void fiveHundredHostsWithTenBadLinesAreFourHundredAndNinetyHosts() {
    var lines = new ArrayList<String>();
    IntStream.range(0, 500)
        .forEach(
            i -> lines.add(i % 50 == 7 ? "10.0.0.300:" + i : "10.1." + i / 250 + "." + i % 250));
    var list = read(lines.toArray(String[]::new));
    assertThat(list.hosts()).hasSize(490);
    assertThat(list.bad())
        .extracting(BadLine::line)
        .containsExactly(8, 58, 108, 158, 208, 258, 308, 358, 408, 458);
  }

  @Test
  void aClusterHasAtMostFiveThousandHostsAndThatIsToldOnce() {
    var list =
        read("a[1-1000]", "b[1-1000]", "c[1-1000]", "d[1-1000]", "e[1-1000]", "f1", "f[2-9]");
    assertThat(list.hosts()).hasSize(5000);
    assertThat(Listing.bad(list)).containsExactly("6 | f1 | imports.bad.tooMany [5000]");
  }
}
