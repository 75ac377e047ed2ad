package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.Cancel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestHost.Extension.class)
final class LostConnectionTest {
  private final TestHost lab;

  LostConnectionTest(TestHost lab) {
    this.lab = lab;
  }

  /** Starts a script and gives what becomes of it. */
  private static CompletableFuture<SshCause> start(SshHost host, String script) throws Exception {
    var up = new CompletableFuture<Void>();
    var end = new CompletableFuture<SshCause>();
    RootShell root = host.root();
    Thread.startVirtualThread(() ->
        end.complete(
            TestHost.failure(() ->
                root.run(
                    "echo up; " + script,
                    (_, _) -> up.complete(null),
                    Duration.ofMinutes(2),
                    new Cancel()))));
    up.get(20, TimeUnit.SECONDS);
    return end;
  }

  private static boolean runs(String command) {
    return !Commands.run("sh", "-c", "pgrep -fx '" + command + "' || true").isBlank();
  }

  @Test
  void whenTheServersProcessDiesTheScriptDiesToo() throws Exception {
    try (var connector = lab.connector();
        var host =
            connector.connect(lab.target(lab.users.asked), TestHost.secrets(TestUsers.PASSWORD))) {
      var end = start(host, "sleep 4721 & sleep 4721");
      lab.sshd.sessions().forEach(ProcessHandle::destroyForcibly);
      assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(ConnectCause.ConnectionLost.class);
      assertThat(host.alive()).isFalse();
      assertThat(
              TestHost.failure(() ->
                  host.root().run("true", OutputSink.none(), Duration.ofSeconds(5), new Cancel())))
          .isInstanceOf(ConnectCause.ConnectionLost.class);
      TestHost.eventually(() -> !runs("sleep 4721"));
    }
  }

  @Test
  @SuppressWarnings("try") // closing is what is tested
  void whenWeHangUpTheScriptDiesToo() throws Exception {
    try (var connector = lab.connector();
        var host =
            connector.connect(lab.target(lab.users.pty), TestHost.secrets(TestUsers.PASSWORD))) {
      var end = start(host, "trap '' TERM HUP; sleep 4722 & sleep 4722");
      long begin = System.nanoTime();
      host.close();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
      assertThat(end.get(10, TimeUnit.SECONDS)).isInstanceOf(ConnectCause.ConnectionLost.class);
      TestHost.eventually(() -> !runs("sleep 4722"));
    }
  }

  @Test
  @SuppressWarnings("try") // closing is what is tested
  void aFrozenServerIsFoundOut() throws Exception {
    try (var server = new Sshd(lab.directory.resolve("frozen"), List.of("ed25519"));
        var connector = new SshConnector(lab.trusting(server), Optional.empty(), lab.directory)) {
      server.authorize("root", lab.key);
      var target =
          SshTarget.of("n1", "127.0.0.1", server.port, "root", new SignIn.KeyFile(lab.key));
      try (var host = connector.connect(target, SecretSource.none())) {
        var end = start(host, "sleep 4723");
        server.sessions().forEach(p -> Commands.signal("STOP", p.pid()));
        long begin = System.nanoTime();
        assertThat(end.get(20, TimeUnit.SECONDS)).isInstanceOf(ConnectCause.ConnectionLost.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
            .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(14));
        begin = System.nanoTime();
        host.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
      }
    }
    TestHost.eventually(() -> !runs("sleep 4723"));
  }

  @Test
  void nobodyListens() {
    int port = Sshd.freePort();
    assertThat(TestHost.failure(() -> connect(port)))
        .isEqualTo(new ConnectCause.Refused("127.0.0.1", port));
  }

  @Test
  void aNameWithoutAddress() {
    var target =
        SshTarget.of("n1", "no-such-host.invalid", 22, "root", new SignIn.KeyFile(lab.key));
    assertThat(
            TestHost.failure(() -> {
              try (var connector = lab.connector()) {
                connector.connect(target, SecretSource.none()).close();
              }
            }))
        .isEqualTo(new ConnectCause.UnknownHost("no-such-host.invalid"));
  }

  @Test
  void aServerThatSaysNothing() throws Exception {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertThat(TestHost.failure(() -> connect(server.getLocalPort())))
          .isEqualTo(new ConnectCause.NotSsh("127.0.0.1", server.getLocalPort(), ""));
    }
  }

  @Test
  void aServerThatSpeaksSomethingElse() throws Exception {
    assertThat(answered("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"))
        .isInstanceOf(ConnectCause.NotSsh.class)
        .extracting(c -> ((ConnectCause.NotSsh) c).said())
        .isEqualTo("HTTP/1.1 400 Bad Request");
  }

  @Test
  void aServerThatHangsUpAtOnce() throws Exception {
    assertThat(answered("")).isInstanceOf(ConnectCause.ClosedAtOnce.class);
  }

  private SshCause answered(String text) throws IOException {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.startVirtualThread(() -> {
        while (!server.isClosed()) {
          try (Socket caller = server.accept()) {
            caller.getOutputStream().write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
          } catch (IOException _) {
            return;
          }
        }
      });
      return TestHost.failure(() -> connect(server.getLocalPort()));
    }
  }

  /** With little patience, so that silence is found out soon. */
  private void connect(int port) throws SshFailure {
    var patience =
        new Opening.Patience(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(5));
    var keys = new HostKeys(lab.directory.resolve("none"), lab.directory.resolve("none-own"));
    var target = SshTarget.of("n1", "127.0.0.1", port, "root", new SignIn.KeyFile(lab.key));
    try (var connector = new SshConnector(keys, Optional.empty(), lab.directory, patience)) {
      connector.connect(target, SecretSource.none()).close();
    }
  }
}
