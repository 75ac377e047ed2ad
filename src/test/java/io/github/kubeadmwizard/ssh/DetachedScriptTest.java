package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.Cancel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestHost.Extension.class)
final class DetachedScriptTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final TestHost lab;
  private final String id =
      "test-" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  private final Path folder = Path.of("/run/kubeadm-wizard/detached", id);
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final OutputSink sink = (stream, text) -> lines.add(stream + " " + text);

  DetachedScriptTest(TestHost lab) {
    this.lab = lab;
  }

  private Exit run(DetachedScript script, Cancel cancel, OutputSink to) throws Exception {
    try (var connector = lab.connector();
        var host = connector.connect(lab.target(lab.users.free), SecretSource.none())) {
      return script.run(host.root(), to, () -> {}, LONG, cancel);
    }
  }

  @Test
  void itRunsAndLeavesNothing() throws Exception {
    var script = new DetachedScript(id, "echo 'it''s' \"$HOME\"; echo away >&2; exit 5");
    assertThat(run(script, new Cancel(), sink)).isEqualTo(new Exit(5));
    assertThat(lines).containsExactlyInAnyOrder("OUT its /root", "ERR away");
    assertThat(folder).doesNotExist();
  }

  @Test
  void itOutlivesTheConnectionAndIsTakenUpAgain() throws Exception {
    Path go = lab.directory.resolve("go-" + id);
    var script =
        new DetachedScript(
            id,
            "echo one; echo two; until [[ -e "
                + go
                + " ]]; do sleep 0.1; done; echo three; exit 6");
    OutputSink cutting =
        (stream, text) -> {
          sink.line(stream, text);
          if (text.equals("two")) {
            lab.sshd.sessions().forEach(ProcessHandle::destroyForcibly);
          }
        };
    assertThat(TestHost.failure(() -> unchecked(script, cutting)))
        .isInstanceOf(ConnectCause.ConnectionLost.class);
    Files.createFile(go);
    TestHost.eventually(() -> Files.exists(folder.resolve("exit")));
    assertThat(run(script, new Cancel(), sink)).isEqualTo(new Exit(6));
    assertThat(lines).containsExactly("OUT one", "OUT two", "OUT three");
    assertThat(folder).doesNotExist();
  }

  private void unchecked(DetachedScript script, OutputSink to) throws SshFailure {
    try (var connector = lab.connector();
        var host = connector.connect(lab.target(lab.users.free), SecretSource.none())) {
      script.run(host.root(), to, () -> {}, LONG, new Cancel());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whatIsLeftOfAnotherScriptIsReplaced() throws Exception {
    Files.createDirectories(folder);
    var script = new DetachedScript(id, "echo new; exit 1");
    assertThat(run(script, new Cancel(), sink)).isEqualTo(new Exit(1));
    assertThat(lines).containsExactly("OUT new");
  }

  @Test
  void anotherRunOfTheProgramGetsTheResultThatNobodyFetched() throws Exception {
    String text = "echo done; date +%s%N >>" + lab.directory.resolve("ran-" + id) + "; exit 6";
    OutputSink cutting = (_, _) -> lab.sshd.sessions().forEach(ProcessHandle::destroyForcibly);
    assertThat(TestHost.failure(() -> unchecked(new DetachedScript(id, text), cutting)))
        .isInstanceOf(ConnectCause.ConnectionLost.class);
    TestHost.eventually(() -> Files.exists(folder.resolve("exit")));
    assertThat(run(new DetachedScript(id, text), new Cancel(), sink)).isEqualTo(new Exit(6));
    assertThat(lines).containsExactly("OUT done");
    assertThat(lab.directory.resolve("ran-" + id)).content().hasLineCount(1);
    assertThat(run(new DetachedScript(id, text), new Cancel(), sink)).isEqualTo(new Exit(6));
    assertThat(lab.directory.resolve("ran-" + id)).content().hasLineCount(2);
  }

  @Test
  void itsTextIsSeenNowhere() throws Exception {
    var script =
        new DetachedScript(
            id,
            """
            secret=hunter3hunter3
            all=$(cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n')
            all+=$(cat /run/kubeadm-wizard/detached/*/*)
            [[ $all == *PATH=* && $all != *"$secret"* ]] && echo hidden
            stat -c '%a %U' /run/kubeadm-wizard/detached
            """);
    assertThat(run(script, new Cancel(), sink).ok()).isTrue();
    assertThat(lines).containsExactly("OUT hidden", "OUT 700 root");
  }

  @Test
  void cancelEndsIt() throws Exception {
    var cancel = new Cancel();
    var script = new DetachedScript(id, "echo up; sleep 4731 & sleep 4731");
    Exit exit = run(script, cancel, (_, _) -> cancel.ask());
    assertThat(exit).isEqualTo(new Exit(143, Exit.How.CANCELLED));
    assertThat(Commands.run("sh", "-c", "pgrep -fx 'sleep 4731' || echo none")).isEqualTo("none\n");
    assertThat(folder).doesNotExist();
  }
}
