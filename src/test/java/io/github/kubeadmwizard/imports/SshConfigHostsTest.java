package io.github.kubeadmwizard.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.SshSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SshConfigHostsTest {
  @TempDir Path home;

  @BeforeEach
  void sshDirectory() throws IOException {
    Files.createDirectories(home.resolve(".ssh/config.d"));
  }

  private HostList read(String text) {
    return new SshConfigHosts(home).read(text, Setting.DEFAULT);
  }

  private void include(String file, String text) throws IOException {
    Files.writeString(home.resolve(".ssh").resolve(file), text);
  }

  @Test
  void eachNameOnAHostLineIsAHostWithItsSettings() {
    var list =
        read(
            """
            # my machines
            Host cp1
              HostName 10.0.0.11
              User ops
              Port 2222
              IdentityFile "~/my keys/id"
            host=Web_1
              hostname = web1.example.org
            Host 10.0.0.12 plain.lab
            Host self
              HostName %h.lab
              IdentityFile %d/.ssh/%n
            """);
    assertThat(Listing.bad(list)).isEmpty();
    assertThat(Listing.hosts(list))
        .containsExactly(
            "ops@10.0.0.11 2222 worker name=cp1 key=~/my keys/id",
            "root@web1.example.org 22 worker name=web-1",
            "root@10.0.0.12 22 worker",
            "root@plain.lab 22 worker",
            "root@self.lab 22 worker name=self key=~/.ssh/self");
  }

  @Test
  void theFirstValueWinsAndPatternsGiveTheRest() {
    var list =
        read(
            """
            User first
            Host cp1
              HostName 10.0.0.11
              User second
            Host cp? !cp2
              Port 2201
            Host cp2
              HostName 10.0.0.12
              Port 2202
            Host *
              Port 2299
              IdentityFile ~/.ssh/all
            """);
    assertThat(Listing.bad(list)).isEmpty();
    assertThat(Listing.hosts(list))
        .containsExactly(
            "first@10.0.0.11 2201 worker name=cp1 key=~/.ssh/all",
            "first@10.0.0.12 2202 worker name=cp2 key=~/.ssh/all");
  }

  @Test
  void twoNamesOfOneMachineOnOneLineAreOneHostAndElsewhereTheSecondIsTold() {
    var list =
        read(
            """
            Host a b
              HostName 10.0.0.11
            Host c
              HostName 10.0.0.11
            """);
    assertThat(Listing.hosts(list)).containsExactly("root@10.0.0.11 22 worker name=a");
    assertThat(Listing.bad(list)).containsExactly("3 | Host c | imports.bad.twice [[10.0.0.11]]");
  }

  @Test
  void matchBlocksAreSkippedAndToldButMatchAllHolds() {
    var list =
        read(
            """
            Host a
              HostName 10.0.0.11
            Match host a exec "true"
              User never
            Match all
              User ops
            """);
    assertThat(Listing.hosts(list)).containsExactly("ops@10.0.0.11 22 worker name=a");
    assertThat(Listing.notes(list))
        .containsExactly("3 | Match host a exec \"true\" | imports.ssh.match []");
  }

  @Test
  void whatCanBeNoHostIsTold() {
    var list =
        read(
            """
            Host a
              HostName 10.0.0.300
            Host b
              Port 0
            Host c
              User -x
            Host d_e
            Host f
              HostName %k.lab
            """);
    assertThat(list.hosts()).isEmpty();
    assertThat(Listing.bad(list))
        .containsExactly(
            "1 | Host a | imports.bad.host [10.0.0.300]",
            "3 | Host b | imports.bad.port [0]",
            "5 | Host c | imports.bad.user [-x]",
            "7 | Host d_e | imports.bad.host [d_e]",
            "8 | Host f | imports.bad.host [%k.lab]");
  }

  @Test
  void oneJumpHostForAllBecomesTheBastion() {
    var list =
        read(
            """
            Host gate
              HostName gate.example.org
              User me
              Port 2200
              IdentityFile ~/.ssh/gate
            Host n1 n2
              HostName %h.lab
              ProxyJump gate
            """);
    assertThat(list.bastion())
        .contains(
            new SshSpec.Bastion("gate.example.org", 2200, "me", Optional.of("~/.ssh/gate"), false));
    assertThat(list.notes()).isEmpty();
    assertThat(read("Host n\nProxyJump ops@10.0.0.1:2201").bastion())
        .contains(new SshSpec.Bastion("10.0.0.1", 2201, "ops", Optional.empty(), false));
  }

  @Test
  void whereJumpHostsDifferNoneIsTakenAndThatIsTold() {
    var differing = read("Host a\nProxyJump x\nHost b\nProxyJump y\nHost c\nProxyJump x\n");
    assertThat(differing.bastion()).isEmpty();
    assertThat(Listing.notes(differing))
        .containsExactly("1 | Host a | imports.ssh.jumpsDiffer [[x, y]]");
    var some = read("Host a\nHost b\nProxyJump y\n");
    assertThat(some.bastion()).isEmpty();
    assertThat(Listing.notes(some)).containsExactly("2 | Host b | imports.ssh.jumpsDiffer [[y]]");
    var chain = read("Host b\nProxyJump x,y\n");
    assertThat(chain.bastion()).isEmpty();
    assertThat(Listing.notes(chain)).containsExactly("1 | Host b | imports.ssh.severalJumps [x,y]");
    var none = read("Host b\nProxyJump none\nHost *\nProxyJump x\n");
    assertThat(none.bastion()).isEmpty();
    assertThat(none.notes()).isEmpty();
    assertThat(Listing.notes(read("Host b\nProxyCommand ssh -W %h:%p x\n")))
        .containsExactly("1 | Host b | imports.ssh.proxyCommand []");
  }

  @Test
  void includedFilesAreReadWhereTheyStand() throws IOException {
    include("config.d/20-b", "Host b\nHostName 10.0.0.12\nUser late\n");
    include("config.d/10-a", "Host a\nHostName 10.0.0.11\n");
    include("config.d/.hidden", "Host hidden\n");
    include("work", "User ops\n");
    var list =
        read(
            """
            Include config.d/* missing/* "~/.ssh/nothing"
            Host a
              Include work
              Port 2222
            Host b
              User never
            """);
    assertThat(Listing.bad(list)).isEmpty();
    assertThat(Listing.hosts(list))
        .containsExactly("ops@10.0.0.11 2222 worker name=a", "late@10.0.0.12 22 worker name=b");
  }

  @Test
  void aFileInsideAHostBlockHoldsForThatHostOnly() throws IOException {
    include("inner", "Host a\nUser ops\nHost b\nUser never\n");
    var list = read("Host a\nInclude inner\nHost b\nHostName b.lab\n");
    assertThat(Listing.hosts(list))
        .containsExactly("ops@a 22 worker", "root@b.lab 22 worker name=b");
  }

  @Test
  void filesThatIncludeThemselvesAreReadOnce() throws IOException {
    include("config.d/a", "Include config.d/*\nHost a\n");
    include("config.d/b", "Include config.d/*\nHost b\n");
    var list = read("Include config.d/*");
    assertThat(Listing.hosts(list))
        .containsExactlyInAnyOrder("root@a 22 worker", "root@b 22 worker");
    assertThat(list.notes())
        .extracting(note -> note.why().key())
        .containsOnly("imports.ssh.inFile");
  }
}
