package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Before;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.ScriptText;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Over a real SSH server; only the machine itself stays up: its boot id and systemd are played. */
@ExtendWith(TestHost.Extension.class)
final class RestartTest {
  private static final HostName HOST = new HostName("n1");
  private static final Outcome BEGUN =
      new Outcome.Changed(
          List.of(new Before("reboot", new TreeMap<>(Map.of("boot-id", "boot-1")))));

  private final TestHost lab;
  private final SshConnector connector;
  private final List<SshHost> opened = new ArrayList<>();
  private final List<Message> waited = new CopyOnWriteArrayList<>();
  private final Deque<SshCause> refusals = new ArrayDeque<>();
  private final Cancel cancel = new Cancel();
  private final Path root;

  RestartTest(TestHost lab) throws Exception {
    this.lab = lab;
    connector = lab.connector();
    root = lab.directory.resolve("root-" + UUID.randomUUID());
    Files.createDirectories(bootId().getParent());
    boot("boot-1");
  }

  @AfterEach
  void close() {
    opened.forEach(SshHost::close);
    connector.close();
  }

  private Path bootId() {
    return root.resolve("proc/sys/kernel/random/boot_id");
  }

  private void boot(String id) {
    try {
      Files.writeString(bootId(), id + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RootShell shell(HostName host, boolean fresh) throws SshFailure {
    if (fresh && !refusals.isEmpty()) {
      throw new SshFailure(refusals.removeFirst());
    }
    if (fresh || opened.isEmpty()) {
      opened.add(connector.connect(lab.target(lab.users.free), SecretSource.none()));
    }
    return opened.getLast().root();
  }

  private SshExecutor executor() {
    String first = ScriptText.assignment("KW_ROOT", root.toString());
    String standIn = "systemd-run() { printf '%s\\n' \"$*\" >> \"$KW_ROOT/asked\"; }\n";
    var texts =
        new ScriptText(name ->
            name.equals("prelude.sh")
                ? first + Assets.text("scripts/prelude.sh") + standIn
                : Assets.text("scripts/" + name));
    return new SshExecutor(this::shell, texts, Clock.systemUTC(), Duration.ofMillis(200));
  }

  private static Action.Reboot action() {
    Message title = Message.of("check.mend.reboot");
    return new Action.Reboot("mend-reboot", title, title, Optional.empty());
  }

  private Stage stage(Runnable whenItWaits) {
    return new Stage(
        "run-1",
        "mend",
        new RunValues(),
        event -> {
          if (event instanceof RunEvent.Waiting waiting) {
            waited.add(waiting.what());
            if (waiting.what().key().equals("ssh.waiting.restart")) {
              whenItWaits.run();
            }
          }
        },
        cancel);
  }

  private void goDown() {
    lab.sshd.sessions().forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void theHostIsAskedWithPatienceUntilItRunsSinceAnotherBoot() throws Exception {
    refusals.add(new ConnectCause.Refused("127.0.0.1", 22));
    refusals.add(new SignInCause.PasswordNeeded("me", "127.0.0.1")); // nobody may sign in yet
    var stage =
        stage(() -> {
          cancel.ask(); // what has begun is let finish
          goDown();
          boot("boot-2");
        });
    assertThat(executor().apply(HOST, action(), stage)).isEqualTo(BEGUN);
    assertThat(waited).extracting(Message::key).startsWith("ssh.waiting.restart");
    assertThat(waited).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates();
    assertThat(refusals).isEmpty();
    assertThat(root.resolve("asked")).content().hasLineCount(1).contains("systemctl reboot");
  }

  @Test
  void aHostThatStillRunsSinceBeforeIsAskedAgain() throws Exception {
    var late =
        stage(() ->
            Thread.startVirtualThread(() -> {
              try {
                Thread.sleep(700);
              } catch (InterruptedException _) {
                return;
              }
              boot("boot-2");
            }));
    long begin = System.nanoTime();
    assertThat(executor().apply(HOST, action(), late)).isEqualTo(BEGUN);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(700));
    assertThat(root.resolve("asked")).content().hasLineCount(1);
  }

  @Test
  void anotherIdentityEndsTheWait() {
    var key = new HostKeyCause.Unreadable("127.0.0.1", 22, "no");
    refusals.add(key);
    assertThat(executor().apply(HOST, action(), stage(this::goDown)))
        .isEqualTo(new Outcome.Failed(new SshFailure(key).problem(HOST)));
  }

  @Test
  void aHostThatDoesNotComeBackIsToldWithTheLastTry() {
    var gone = new ConnectCause.NoRoute("127.0.0.1", 22);
    var restart = new Restart(HOST, action(), stage(() -> {}), Clock.systemUTC(), Duration.ZERO);
    var outcome =
        restart.awaited(
            BEGUN,
            _ -> {
              throw new SshFailure(gone);
            },
            Duration.ofMillis(50));
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.problem().id()).isEqualTo("ssh.restart.absent");
              assertThat(failed.problem().why())
                  .isEqualTo(Message.of("ssh.restart.absent.why", "n1", 0L, gone.what()));
            });
  }

  @Test
  void aHostThatNeverGoesDownIsToldAsSuch() {
    var restart = new Restart(HOST, action(), stage(() -> {}), Clock.systemUTC(), Duration.ZERO);
    var same = new Outcome.Changed(List.of());
    assertThat(restart.awaited(BEGUN, _ -> same, Duration.ofMillis(50)))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.problem().id()).isEqualTo("ssh.restart.notBegun"));
  }
}
