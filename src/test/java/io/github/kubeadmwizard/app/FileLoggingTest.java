package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileLoggingTest {
  @TempDir private Path temporary;
  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void giveTheContextWhatLogbackGivesIt() {
    context.setMDCAdapter(new LogbackMDCAdapter());
  }

  @AfterEach
  void closeTheFile() {
    context.stop();
  }

  @Test
  void writesFactsToAFileAndNothingToTheTerminal() throws IOException {
    var terminal = new ByteArrayOutputStream();
    var standard = System.out;
    System.setOut(new PrintStream(terminal, true, StandardCharsets.UTF_8));
    try {
      new FileLogging(temporary.resolve("state")).configure(context);
      context.getLogger("io.github.kubeadmwizard.ssh.Connection").info("{}: connected", "n1 节点");
    } finally {
      System.setOut(standard);
    }
    assertThat(Files.readString(temporary.resolve("state/kubeadm-wizard.log")))
        .endsWith(" INFO  Connection: n1 节点: connected\n");
    assertThat(terminal.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void neverTellsWhatSshjTellsBelowAWarning() throws IOException {
    new FileLogging(temporary).configure(context);
    context.getLogger("net.schmizz.sshj.connection.channel.direct.SessionChannel").info("secret");
    context.getLogger("com.hierynomus.sshj.transport.Reader").debug("secret");
    context.getLogger("io.github.kubeadmwizard.ssh.Connection").debug("secret");
    context.getLogger("net.schmizz.sshj.transport.TransportImpl").warn("told");
    assertThat(Files.readString(temporary.resolve("kubeadm-wizard.log")).lines())
        .singleElement()
        .asString()
        .endsWith(" WARN  TransportImpl: told");
  }

  @Test
  void goesOnWithoutAFileWhereNothingCanBeWritten() throws IOException {
    var occupied = Files.createFile(temporary.resolve("occupied"));
    new FileLogging(occupied.resolve("state")).configure(context);
    context.getLogger("any").info("nobody reads this");
    assertThat(context.getLogger("ROOT").iteratorForAppenders().hasNext()).isFalse();
  }

  @Test
  void isFoundByLogback() {
    assertThat(ServiceLoader.load(Configurator.class).stream().map(ServiceLoader.Provider::type))
        .contains(FileLogging.class);
  }
}
