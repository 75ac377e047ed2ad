package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.ScriptText;
import io.github.kubeadmwizard.engine.Stage;
import io.github.kubeadmwizard.engine.Var;
import io.github.kubeadmwizard.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestHost.Extension.class)
final class SshExecutorTest {
  private static final HostName HOST = new HostName("n1");
  private static final String COUNTING =
      """
      echo x >> "$RAN"
      echo begun
      until [ -e "$GO" ]; do sleep 0.1; done
      echo ended
      kw_result changed
      """;

  private final TestHost lab;
  private final SshConnector connector;
  private final List<SshHost> opened = new ArrayList<>();
  private final List<RunEvent> events = new CopyOnWriteArrayList<>();
  private final Cancel cancel = new Cancel();
  private final String id = "job-" + UUID.randomUUID();
  private final Path go;
  private final Path ran;

  SshExecutorTest(TestHost lab) throws Exception {
    this.lab = lab;
    connector = lab.connector();
    go = lab.directory.resolve("go-" + id);
    ran = lab.directory.resolve("ran-" + id);
  }

  @AfterEach
  void close() {
    opened.forEach(SshHost::close);
    connector.close();
  }

  private RootShell shell(HostName host, boolean fresh) throws SshFailure {
    if (fresh || opened.isEmpty()) {
      opened.add(connector.connect(lab.target(lab.users.free), SecretSource.none()));
    }
    return opened.getLast().root();
  }

  private SshExecutor executor() {
    String prelude = "kw_result() { printf '%s\\n' \"$KW_MARK\u001fresult\u001f$1\"; }\n";
    var texts = new ScriptText(name -> name.equals("prelude.sh") ? prelude : COUNTING);
    return new SshExecutor(this::shell, texts, Clock.systemUTC(), Duration.ofMillis(200));
  }

  private Action.RunScript action() {
    return Action.RunScript.of(
        id,
        Message.of("engine.stopped.asked"),
        "counting.sh",
        Map.of("GO", Var.of(go.toString()), "RAN", Var.of(ran.toString())));
  }

  private Stage stage(Runnable onBegun) {
    return new Stage(
        "run-1",
        "phase",
        new RunValues(),
        event -> {
          events.add(event);
          if (event instanceof RunEvent.Output output && output.line().equals("begun")) {
            onBegun.run();
          }
        },
        cancel);
  }

  private List<String> said() {
    return events.stream()
        .filter(RunEvent.Output.class::isInstance)
        .map(event -> ((RunEvent.Output) event).line())
        .toList();
  }

  private void cutTheLine() {
    lab.sshd.sessions().forEach(ProcessHandle::destroyForcibly);
  }

  private void letItGoOn() {
    try {
      Files.createFile(go);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void whatMayNotBeInterruptedGoesOnWithoutTheLineAndIsTakenUpAgain() throws Exception {
    var stage =
        stage(() -> {
          cutTheLine();
          letItGoOn();
        });
    var action = action().uninterrupted(Duration.ofMinutes(1));
    assertThat(executor().apply(HOST, action, stage)).isEqualTo(new Outcome.Changed(List.of()));
    assertThat(ran).content().hasLineCount(1);
    assertThat(said()).containsExactly("begun", "ended");
    assertThat(events).anyMatch(RunEvent.Waiting.class::isInstance);
  }

  @Test
  void whatMayBeInterruptedIsAskedOnceMore() throws Exception {
    var times = new java.util.concurrent.atomic.AtomicInteger();
    var stage =
        stage(() -> {
          if (times.getAndIncrement() == 0) {
            cutTheLine();
          } else {
            letItGoOn();
          }
        });
    assertThat(executor().apply(HOST, action(), stage)).isEqualTo(new Outcome.Changed(List.of()));
    assertThat(ran).content().hasLineCount(2);
  }

  @Test
  void aWishToStopDoesNotEndWhatMayNotBeInterrupted() {
    var stage =
        stage(() -> {
          cancel.ask();
          letItGoOn();
        });
    var action = action().uninterrupted(Duration.ofMinutes(1));
    assertThat(executor().apply(HOST, action, stage)).isEqualTo(new Outcome.Changed(List.of()));
  }

  @Test
  void anEarlierRunThatStillActsIsWaitedFor() throws Exception {
    var action = action().uninterrupted(Duration.ofMinutes(1));
    var first = Thread.ofVirtual().start(() -> executor().apply(HOST, action, stage(() -> {})));
    TestHost.eventually(() -> said().contains("begun"));
    first.interrupt(); // as if the program had been killed: what it began goes on
    first.join();
    cutTheLine();
    events.clear();
    opened.clear();
    var second = stage(() -> {});
    var watcher =
        Thread.ofVirtual()
            .start(() -> {
              while (events.stream().noneMatch(RunEvent.Waiting.class::isInstance)) {
                Thread.onSpinWait();
              }
              letItGoOn();
            });
    assertThat(executor().apply(HOST, action, second)).isEqualTo(new Outcome.Changed(List.of()));
    watcher.join();
    assertThat(ran).content().hasLineCount(2);
    assertThat(events.stream().filter(RunEvent.Waiting.class::isInstance).findFirst())
        .hasValueSatisfying(event ->
            assertThat(((RunEvent.Waiting) event).what().key()).isEqualTo("ssh.waiting.earlier"));
  }
}
