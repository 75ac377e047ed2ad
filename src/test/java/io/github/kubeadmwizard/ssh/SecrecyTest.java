package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

/** With every log open, no secret is in one. */
@ExtendWith(TestHost.Extension.class)
final class SecrecyTest {
  private final TestHost lab;

  SecrecyTest(TestHost lab) {
    this.lab = lab;
  }

  /** Keeps what is logged. */
  private static final class Kept extends AppenderBase<ILoggingEvent> {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
    }
  }

  @Test
  void passwordsPassphrasesAndScriptsAreNotLogged() throws Exception {
    var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    var kept = new Kept();
    kept.setContext(root.getLoggerContext());
    kept.start();
    root.addAppender(kept);
    root.setLevel(Level.TRACE);
    try {
      LoggerFactory.getLogger(SecrecyTest.class)
          .trace("the log hears this"); // sshj itself is quiet
      useSecrets();
    } finally {
      root.setLevel(before);
      root.detachAppender(kept);
    }
    assertThat(kept.lines)
        .as("the log is open")
        .isNotEmpty()
        .noneMatch(line -> line.contains(TestUsers.PASSWORD))
        .noneMatch(line -> line.contains("s3cret-in-a-script"));
  }

  private void useSecrets() throws Exception {
    lab.newKey("secret-key", "ed25519", TestUsers.PASSWORD);
    var secrets = TestHost.secrets(TestUsers.PASSWORD);
    var locked = new SignIn.KeyFile(lab.directory.resolve("secret-key"));
    try (var connector = lab.connector();
        var host = connector.connect(lab.target(lab.users.asked, new SignIn.Password()), secrets)) {
      TestHost.run(host, "token=s3cret-in-a-script; exit 1");
      var cause = TestHost.failure(() -> connector.connect(lab.target("root", locked), secrets));
      assertThat(cause.toString() + new SshFailure(cause)).doesNotContain(TestUsers.PASSWORD);
    }
  }
}
