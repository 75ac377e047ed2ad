package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunLogTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final HostName N1 = new HostName("n1");

  private final LogStore store = new LogStore();
  private final RunLog log = new RunLog(store, () -> new Words(Locale.ENGLISH));

  @ParameterizedTest
  @CsvSource({
    "INFO, '[preflight] Running pre-flight checks'",
    "INFO, 'I1121 12:00:00.1 1 version.go:1] remote version'",
    "WARN, 'W1121 12:00:00.1 1 checks.go:8] no swap'",
    "WARN, '\t[WARNING Hostname]: could not be reached'",
    "ERROR, 'E1121 12:00:00.1 1 reflector.go:2] failed'",
    "ERROR, '\t[ERROR Port-6443]: Port 6443 is in use'",
    "ERROR, 'error execution phase preflight'",
    "INFO, 'errors were found before and mended'",
    "INFO, 'Warned nobody'"
  })
  void theBeginningOfALineTellsItsLevel(LogLevel level, String line) {
    log.accept(new RunEvent.Output(NOON, N1, "init", "kubeadm-init", true, line));
    assertThat(only()).isEqualTo(new LogLine(0, NOON, "n1", level, line));
  }

  @Test
  void aWaitIsToldOnce() {
    var what = Message.of("ui.search");
    log.accept(new RunEvent.Waiting(NOON, N1, "init", Optional.empty(), what));
    log.accept(new RunEvent.Waiting(NOON.plusSeconds(1), N1, "init", Optional.empty(), what));
    assertThat(only()).isEqualTo(new LogLine(0, NOON, "n1", LogLevel.INFO, "Search"));
  }

  private LogLine only() {
    var snapshot = store.snapshot();
    assertThat(snapshot.end()).isEqualTo(1);
    return new LogReader().line(snapshot, 0);
  }
}
