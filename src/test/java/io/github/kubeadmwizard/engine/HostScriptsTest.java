package io.github.kubeadmwizard.engine;

import static io.github.kubeadmwizard.engine.ScriptRoot.befores;
import static io.github.kubeadmwizard.engine.ScriptRoot.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kubeadmwizard.engine.HostSpeech.SaidChanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidFailed;
import io.github.kubeadmwizard.engine.HostSpeech.SaidUnchanged;
import io.github.kubeadmwizard.engine.HostSpeech.SaidWouldChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The laws of the host scripts, kept by a real bash in a root of its own. */
@Timeout(120)
final class HostScriptsTest {
  @TempDir Path root;
  @TempDir Path work;

  @BeforeEach
  void onLinux() {
    assumeTrue(System.getProperty("os.name", "").equals("Linux"), "host scripts run on Linux");
  }

  @Test
  void aFileIsWrittenOnceAndItsAbsenceIsRecorded() throws Exception {
    var wish = Map.of("TARGET", "/etc/a/b.conf", "MODE", "0640", "CONTENT", "it's \"x\"\n\n");
    assertThat(look("write-file.sh", wish)).isEqualTo(List.of(new SaidWouldChange()));
    assertThat(root).isEmptyDirectory();

    var said = run("write-file.sh", wish);
    assertThat(said.getLast()).isEqualTo(new SaidChanged());
    assertThat(befores(said))
        .containsExactly(
            "directory {existed=false, path=/etc}",
            "directory {existed=false, path=/etc/a}",
            "file {existed=false, path=/etc/a/b.conf, wrote=" + digest("it's \"x\"\n\n") + "}");
    assertThat(text("etc/a/b.conf")).isEqualTo("it's \"x\"\n\n");
    assertThat(Files.getPosixFilePermissions(root.resolve("etc/a/b.conf"))).hasSize(3);

    assertThat(run("write-file.sh", wish)).isEqualTo(List.of(new SaidUnchanged()));
  }

  @Test
  void theLedgerHoldsTheOldContentAndModeOfAFile() throws Exception {
    put("etc/x.conf", "old\n");
    run("write-file.sh", Map.of("TARGET", "/etc/x.conf", "MODE", "0644", "CONTENT", "new\n"));
    Path ledger = root.resolve("var/lib/kubeadm-wizard/ledger/r1");
    assertThat(Files.readString(ledger.resolve("files/0001"))).isEqualTo("old\n");
    assertThat(Files.readString(ledger.resolve("entries.jsonl")))
        .contains("\"n\":1,", "\"kind\":\"file\",\"path\":\"/etc/x.conf\",\"existed\":\"true\"")
        .contains("\"sha256\":\"" + digest("old\n"), "\"wrote\":\"" + digest("new\n"))
        .contains("\"backup\":\"files/0001\"");
    assertThat(Files.readString(ledger.resolve("run.json"))).startsWith("{\"format\":1,\"run\":");
  }

  @Test
  void namesGoIntoABlockAndNothingElseIsTouched() throws Exception {
    put("etc/hosts", "127.0.0.1 localhost\n127.0.1.1 n1\n");
    var wish = Map.of("ENTRIES", "10.0.0.1 n1 k8s.example\n10.0.0.2 n2");
    assertThat(look("hosts-entries.sh", wish)).isEqualTo(List.of(new SaidWouldChange()));
    assertThat(run("hosts-entries.sh", wish).getLast()).isEqualTo(new SaidChanged());
    assertThat(text("etc/hosts"))
        .isEqualTo(
            """
            127.0.0.1 localhost
            127.0.1.1 n1
            # BEGIN kubeadm-wizard
            10.0.0.1 n1 k8s.example
            10.0.0.2 n2
            # END kubeadm-wizard
            """);
    assertThat(run("hosts-entries.sh", wish)).isEqualTo(List.of(new SaidUnchanged()));

    assertThat(run("hosts-entries.sh", Map.of("ENTRIES", "10.0.0.1 n1")).getLast())
        .isEqualTo(new SaidChanged());
    assertThat(text("etc/hosts"))
        .isEqualTo(
            """
            127.0.0.1 localhost
            127.0.1.1 n1
            # BEGIN kubeadm-wizard
            10.0.0.1 n1
            # END kubeadm-wizard
            """);
  }

  @Test
  void anAddressThatDisagreesComesAfterOurBlock() throws Exception {
    put("etc/hosts", "127.0.0.1 localhost\n192.0.2.9 n2 # old\n");
    var wish = Map.of("ENTRIES", "10.0.0.2 n2");
    run("hosts-entries.sh", wish);
    assertThat(text("etc/hosts"))
        .isEqualTo(
            """
            127.0.0.1 localhost
            # BEGIN kubeadm-wizard
            10.0.0.2 n2
            # END kubeadm-wizard
            192.0.2.9 n2 # old
            """);
    assertThat(run("hosts-entries.sh", wish)).isEqualTo(List.of(new SaidUnchanged()));
  }

  @Test
  void kernelParametersAreSetNowAndForLater() throws Exception {
    put("proc/sys/net/ipv4/ip_forward", "0\n");
    var wish = Map.of("SYSCTLS", "net.ipv4.ip_forward=1", "FILE", "/etc/sysctl.d/50-ours.conf");
    assertThat(look("sysctls.sh", wish)).isEqualTo(List.of(new SaidWouldChange()));
    var said = run("sysctls.sh", wish);
    assertThat(said.getLast()).isEqualTo(new SaidChanged());
    assertThat(befores(said)).contains("sysctl {existed=true, name=net.ipv4.ip_forward, value=0}");
    assertThat(text("proc/sys/net/ipv4/ip_forward")).isEqualTo("1\n");
    assertThat(run("sysctls.sh", wish)).isEqualTo(List.of(new SaidUnchanged()));

    put("etc/sysctl.d/99-hard.conf", "net/ipv4/ip_forward = 0\n");
    assertThat(run("sysctls.sh", wish))
        .isEqualTo(
            List.of(
                new SaidFailed(
                    "host.sysctlOverridden",
                    List.of("net.ipv4.ip_forward", "1", "/etc/sysctl.d/99-hard.conf", "0"))));
  }

  @Test
  void swapInFstabIsCommentedAndZramConfigurationHidden() throws Exception {
    put("proc/swaps", "Filename\tType\tSize\tUsed\tPriority\n");
    put("etc/fstab", "/dev/vda / ext4 defaults 0 1\n/swap none swap sw 0 0\n# /old none swap\n");
    put("usr/lib/systemd/zram-generator.conf", "[zram0]\n");
    assertThat(look("swap-off.sh", Map.of())).isEqualTo(List.of(new SaidWouldChange()));
    assertThat(run("swap-off.sh", Map.of()).getLast()).isEqualTo(new SaidChanged());
    assertThat(text("etc/fstab"))
        .isEqualTo(
            """
            /dev/vda / ext4 defaults 0 1
            # kubeadm-wizard swap-off: /swap none swap sw 0 0
            # /old none swap
            """);
    assertThat(text("etc/systemd/zram-generator.conf")).startsWith("# kubeadm-wizard");
    assertThat(run("swap-off.sh", Map.of())).isEqualTo(List.of(new SaidUnchanged()));
  }

  @Test
  void aNamedRepositoryIsDisabledAndOthersStay() throws Exception {
    put("etc/apt/sources.list", "deb http://good/debian trixie main\ndeb http://bad/x ./\n");
    put("etc/apt/sources.list.d/b.sources", "Types: deb\nURIs: http://bad/x/\nSuites: s\n");
    put("etc/yum.repos.d/c.repo", "[http://bad/x]\nenabled=1\n[keep]\nenabled=1\n");
    var wish = Map.of("REPOSITORIES", "http://bad/x");
    assertThat(run("disable-repository.sh", wish).getLast()).isEqualTo(new SaidChanged());
    assertThat(text("etc/apt/sources.list"))
        .isEqualTo(
            """
            deb http://good/debian trixie main
            # kubeadm-wizard disabled: deb http://bad/x ./
            """);
    assertThat(text("etc/apt/sources.list.d/b.sources"))
        .isEqualTo("Types: deb\nURIs: http://bad/x/\nSuites: s\nEnabled: no\n");
    assertThat(text("etc/yum.repos.d/c.repo"))
        .isEqualTo("[http://bad/x]\nenabled=0\n[keep]\nenabled=1\n");
    assertThat(run("disable-repository.sh", wish)).isEqualTo(List.of(new SaidUnchanged()));
  }

  @Test
  void anUnexpectedEndSaysWhichLineOfTheScript() throws Exception {
    Path script = work.resolve("broken.sh");
    Files.writeString(script, "# one\ntrue\nfalse # three\n");
    assertThat(host().run(script, Map.of(), false))
        .isEqualTo(
            List.of(
                new SaidFailed("host.scriptFailed", List.of("test/broken", "1", "3", "false"))));
  }

  private List<HostSpeech> look(String script, Map<String, String> vars) throws Exception {
    return host().look(script, vars);
  }

  private List<HostSpeech> run(String script, Map<String, String> vars) throws Exception {
    return host().run(script, vars);
  }

  private ScriptRoot host() {
    return new ScriptRoot(root, work, "");
  }

  private void put(String path, String content) {
    host().put(path, content);
  }

  private String text(String path) throws IOException {
    return host().text(path);
  }
}
