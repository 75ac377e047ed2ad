package io.github.kubeadmwizard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvHostsTest {
  private static HostList read(String text) {
    return CsvHosts.read(text, Setting.DEFAULT);
  }

  @Test
  void aHeaderSaysWhatTheColumnsHold() {
    var list =
        read(
            """
            Name,IP,Port,User,Role,Key
            n1,10.0.0.11,2222,ops,control-plane,~/.ssh/k
            ,10.0.0.12,,,worker,
            "n3","10.0.0.13","22","root","control-plane, worker","~/a ""b"", c"

            # spare
            n4,10.0.0.14
            """);
    assertThat(Listing.bad(list)).isEmpty();
    assertThat(list.notes()).isEmpty();
    assertThat(Listing.hosts(list))
        .containsExactly(
            "ops@10.0.0.11 2222 control-plane name=n1 key=~/.ssh/k",
            "root@10.0.0.12 22 worker",
            "root@10.0.0.13 22 control-plane worker name=n3 key=~/a \"b\", c",
            "root@10.0.0.14 22 worker name=n4");
  }

  @Test
  void chineseHeadersAndSemicolonsAndTabsAreRead() {
    var expected =
        List.of("ops@10.0.0.11 2222 control-plane name=n1", "root@10.0.0.12 22 worker name=n2");
    var text = "主机名,IP地址,端口,用户名,角色\nn1,１０．０．０．１１,2222,ops,控制平面\nn2,10.0.0.12,,,工作节点\n";
    assertThat(Listing.hosts(read(text))).isEqualTo(expected);
    assertThat(Listing.hosts(read(text.replace(',', ';')))).isEqualTo(expected);
    assertThat(Listing.hosts(read(text.replace(',', '\t').replace("\n", "\r\n"))))
        .isEqualTo(expected);
  }

  @Test
  void aHostColumnIsTheAddressWhereNoOtherIs() {
    assertThat(Listing.hosts(read("host,user\nn1.lab,ops\n")))
        .containsExactly("ops@n1.lab 22 worker");
    assertThat(Listing.hosts(read("hostname,ip\nn1,10.0.0.11\n")))
        .containsExactly("root@10.0.0.11 22 worker name=n1");
  }

  @Test
  void withoutAHeaderEachCellIsKnownByItsLook() {
    var list = read("10.0.0.11,2222,ops,master,~/.ssh/k\n[fd00::1]:23,worker\n10.0.0.12-13\n");
    assertThat(Listing.bad(list)).isEmpty();
    assertThat(Listing.hosts(list))
        .containsExactly(
            "ops@10.0.0.11 2222 control-plane key=~/.ssh/k",
            "root@fd00::1 23 worker",
            "root@10.0.0.12 22 worker",
            "root@10.0.0.13 22 worker");
  }

  @Test
  void badRowsAreToldAndTheGoodStay() {
    var list =
        read(
            """
            address,port,role,name,user
            10.0.0.11,0
            10.0.0.12,22,queen
            ,22,worker
            10.0.0.13,22,worker,a b
            10.0.0.14-15,22,worker,n
            10.0.0.16,22,worker,,a:b
            10.0.0.17
            10.0.0.17
            """);
    assertThat(Listing.hosts(list)).containsExactly("root@10.0.0.17 22 worker");
    assertThat(Listing.bad(list))
        .containsExactly(
            "2 | 10.0.0.11, 0 | imports.bad.port [0]",
            "3 | 10.0.0.12, 22, queen | imports.bad.role [queen]",
            "4 | , 22, worker | imports.csv.noAddress []",
            "5 | 10.0.0.13, 22, worker, a b | imports.bad.name [a b]",
            "6 | 10.0.0.14-15, 22, worker, n | imports.bad.nameOfMany [n]",
            "7 | 10.0.0.16, 22, worker, , a:b | imports.bad.user [a:b]",
            "9 | 10.0.0.17 | imports.bad.twice [[10.0.0.17]]");
  }

  @Test
  void aPasswordIsNeitherTakenNorShown() {
    var list = read("ip,password,rack\n10.0.0.11,hunter2,7\nbad!,hunter3,8\n");
    assertThat(Listing.hosts(list)).containsExactly("root@10.0.0.11 22 worker");
    assertThat(Listing.notes(list))
        .containsExactly(
            "1 | ip, password, rack | imports.note.password []",
            "1 | ip, password, rack | imports.csv.unused [[rack]]");
    assertThat(Listing.bad(list)).containsExactly("3 | bad!, …, 8 | imports.bad.host [bad!]");
    var unnamed = read("10.0.0.11,root,hunter2\n");
    assertThat(Listing.hosts(unnamed)).isEmpty();
    assertThat(Listing.bad(unnamed)).containsExactly("1 | 10.0.0.11, … | imports.csv.noHeader []");
  }

  @Test
  void aCellInQuotesMayGoOnOverLinesAndTheNextRowHasItsRightNumber() {
    var list = read("ip,note\n10.0.0.11,\"two\nlines\"\nbad!,x\n");
    assertThat(Listing.hosts(list)).containsExactly("root@10.0.0.11 22 worker");
    assertThat(Listing.bad(list)).containsExactly("4 | bad!, x | imports.bad.host [bad!]");
  }
}
