package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.ssh.OutputSink.Stream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestHost.Extension.class)
final class RootShellTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final TestHost lab;
  private SshConnector connector;
  private SshHost host;

  RootShellTest(TestHost lab) {
    this.lab = lab;
  }

  @BeforeEach
  void connect() throws Exception {
    connector = lab.connector();
    host = connector.connect(lab.target(lab.users.free), SecretSource.none());
  }

  @AfterEach
  void disconnect() {
    host.close();
    connector.close();
  }

  private List<String> lines(String script) throws SshFailure {
    return TestHost.run(host, script).lines();
  }

  @Test
  void everyExitCodeComesBack() throws Exception {
    for (int code : List.of(0, 1, 2, 127, 255)) {
      assertThat(TestHost.run(host, "exit " + code).exit()).isEqualTo(new Exit(code));
    }
    assertThat(TestHost.run(host, "set -e; false; echo never"))
        .isEqualTo(new TestHost.Said(new Exit(1), List.of()));
    assertThat(TestHost.run(host, "kill -KILL $BASHPID").exit()).isEqualTo(new Exit(137));
    assertThat(TestHost.run(host, "")).isEqualTo(new TestHost.Said(new Exit(0), List.of()));
  }

  @Test
  void aScriptsTextIsTakenAsItIs() throws Exception {
    assertThat(lines("printf '%s\\n' 'quoted \"$HOME\" \\\\ ü 密' \"two\nlines\""))
        .containsExactly("OUT quoted \"$HOME\" \\\\ ü 密", "OUT two", "OUT lines");
    assertThat(lines("cat <<'END'\nin a document\nEND\n")).containsExactly("OUT in a document");
  }

  @Test
  void oneScriptLeavesNothingToTheNext() throws Exception {
    assertThat(
            lines("left=1; cd /tmp; set -e; exec 9>/dev/null; export LEFT=1; umask 0; trap : EXIT"))
        .isEmpty();
    assertThat(
            lines(
                "echo \"${left-none} ${LEFT-none} $PWD $(umask) $-\" \"$#\" \"$(compgen -v kw_)\""))
        .singleElement()
        .asString()
        .startsWith("OUT none none / 0022 hB")
        .endsWith(" 0 ");
  }

  @Test
  void aScriptsInputIsEmpty() throws Exception {
    assertThat(lines("cat; echo end")).containsExactly("OUT end");
  }

  @Test
  void theTextStandsInNoProcessListAndNoEnvironment() throws Exception {
    var said =
        lines(
            """
            secret=hunter2hunter2
            tr '\\0' ' ' </proc/$$/cmdline; echo
            all=$(cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n')
            [[ $all == *PATH=* && $all != *"$secret"* ]] && echo hidden
            """);
    assertThat(said).containsExactly("OUT /bin/bash -s ", "OUT hidden");
  }

  @Test
  void aBackgroundProcessIsNotWaitedFor() throws Exception {
    long begin = System.nanoTime();
    assertThat(lines("sleep 5 & echo started")).containsExactly("OUT started");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(4));
  }

  @Test
  void bothStreamsCanBeFull() throws Exception {
    assertBothStreamsCome(20_000_000, false);
  }

  /** The streams share one window: what one gives back must not let the other run over. */
  @Test
  void aStreamThatIsTakenLateDoesNotRunOver() throws Exception {
    assertBothStreamsCome(60_000_000, true);
  }

  /** Long output on both streams at once, whose first line of output is perhaps taken late. */
  private void assertBothStreamsCome(int bytes, boolean late) throws Exception {
    var out = new AtomicLong();
    var err = new AtomicLong();
    Exit exit =
        host.root()
            .run(
                """
                line=$(printf '%%099d' 7)
                head -c %1$d < <(yes "$line") &
                head -c %1$d < <(yes "$line") >&2
                wait
                """
                    .formatted(bytes),
                (stream, text) -> {
                  if (late && stream == Stream.OUT && out.get() == 0) {
                    LockSupport.parkNanos(1_000_000_000);
                  }
                  (stream == Stream.OUT ? out : err).addAndGet(text.length() + 1);
                },
                LONG,
                new Cancel());
    assertThat(exit.ok()).isTrue();
    assertThat(out.get()).isEqualTo(bytes);
    assertThat(err.get()).isEqualTo(bytes);
  }

  @Test
  void charactersSplitBetweenWritesAreWhole() throws Exception {
    assertThat(lines("printf '\\xe5'; sleep 0.05; printf '\\xaf'; sleep 0.05; printf '\\x86\\n'"))
        .containsExactly("OUT 密");
  }

  @Test
  void aVeryLongLineIsCut() throws Exception {
    var said = lines("head -c 10000000 /dev/zero | tr '\\0' x; echo; echo next");
    assertThat(said).hasSize(2);
    assertThat(said.get(0))
        .hasSize(4 + MarkedLines.LONGEST + " … (+8951424)".length())
        .endsWith("x … (+8951424)");
    assertThat(said.get(1)).isEqualTo("OUT next");
  }

  @Test
  void aVeryLongScriptRuns() throws Exception {
    String script = "# " + "x".repeat(1_000_000) + "\necho end";
    assertThat(lines(script)).containsExactly("OUT end");
  }

  @Test
  void cancelLeavesNothingRunning() throws Exception {
    assertThat(endedWith("echo up; sleep 4711 & sleep 4711", Duration.ofMinutes(1), true))
        .isEqualTo(new Exit(143, Exit.How.CANCELLED));
    assertThat(lines("pgrep -fx 'sleep 4711' || echo none")).containsExactly("OUT none");
  }

  @Test
  void cancelEndsWhatIgnoresIt() throws Exception {
    assertThat(
            endedWith("trap '' TERM; echo up; sleep 4712 & while :; do sleep 1; done", LONG, true))
        .isEqualTo(new Exit(137, Exit.How.CANCELLED));
    assertThat(lines("pgrep -fx 'sleep 4712' || echo none")).containsExactly("OUT none");
  }

  @Test
  void aScriptMayTidyUpWhenItIsCancelled() throws Exception {
    var last = new AtomicReference<String>();
    var cancel = new Cancel();
    Exit exit =
        host.root()
            .run(
                "trap 'echo tidied; exit 9' TERM; echo up; sleep 4713 & wait",
                (_, text) -> {
                  last.set(text);
                  if (text.equals("up")) {
                    cancel.ask();
                  }
                },
                LONG,
                cancel);
    assertThat(exit).isEqualTo(new Exit(9, Exit.How.CANCELLED));
    assertThat(last.get()).isEqualTo("tidied");
  }

  @Test
  void theDeadlineEndsIt() throws Exception {
    assertThat(endedWith("echo up; sleep 4714", Duration.ofMillis(500), false))
        .isEqualTo(new Exit(143, Exit.How.DEADLINE));
    assertThat(lines("pgrep -fx 'sleep 4714' || echo none")).containsExactly("OUT none");
  }

  /** The script says "up" when it may be cancelled. */
  private Exit endedWith(String script, Duration deadline, boolean cancelled) throws Exception {
    var cancel = new Cancel();
    var up = new CountDownLatch(1);
    Thread canceller =
        Thread.startVirtualThread(() -> {
          try {
            up.await();
            if (cancelled) {
              cancel.ask();
            }
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
    Exit exit = host.root().run(script, (_, _) -> up.countDown(), deadline, cancel);
    canceller.join();
    return exit;
  }
}
