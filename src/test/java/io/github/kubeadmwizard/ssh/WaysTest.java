package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.Cancel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Bastions, tunnels and uploads. */
@ExtendWith(TestHost.Extension.class)
final class WaysTest {
  private final TestHost lab;

  @TempDir Path directory;

  WaysTest(TestHost lab) {
    this.lab = lab;
  }

  private HostKeys trusting(Sshd... servers) throws IOException {
    Path file = directory.resolve("known_hosts");
    var lines = new StringBuilder();
    for (Sshd server : servers) {
      lines.append("[127.0.0.1]:" + server.port + " " + server.publicKey("ed25519") + "\n");
    }
    Files.writeString(file, lines);
    return new HostKeys(file, directory.resolve("own"));
  }

  @Test
  @SuppressWarnings("try") // one of two is closed before the other
  void aHostIsReachedThroughABastion() throws Exception {
    try (var gate = new Sshd(directory.resolve("gate"), List.of("ed25519"));
        var connector = new SshConnector(trusting(gate, lab.sshd), Optional.empty(), directory)) {
      var bastion =
          SshTarget.of("gate", "127.0.0.1", gate.port, lab.users.plain, new SignIn.Password());
      var target = lab.target(lab.users.asked).via(bastion);
      var secrets = TestHost.secrets(TestUsers.PASSWORD);
      try (var one = connector.connect(target, secrets);
          var two = connector.connect(target, secrets)) {
        assertThat(TestHost.run(one, "echo one $EUID").lines()).containsExactly("OUT one 0");
        assertThat(TestHost.run(two, "echo two $EUID").lines()).containsExactly("OUT two 0");
        assertThat(gate.sessions()).as("one connection for both").hasSize(2); // its two processes
        one.close();
        assertThat(TestHost.run(two, "echo still").lines()).containsExactly("OUT still");
      }
      TestHost.eventually(() -> gate.sessions().isEmpty());
    }
  }

  @Test
  @SuppressWarnings("try") // the talkative ones are closed before the other
  void aHostThatIsClosedWhileItTalksLeavesTheOthersBehindTheBastionAlone() throws Exception {
    try (var connector = lab.connector()) {
      var key = new SignIn.KeyFile(lab.key);
      var target =
          SshTarget.of("n1", "127.0.0.1", lab.sshd.port, "root", key).via(lab.target("root"));
      try (var other = connector.connect(target, SecretSource.none())) {
        for (int i = 0; i < 5; i++) {
          var talking = new CountDownLatch(1);
          var talkative = connector.connect(target, SecretSource.none());
          Thread.ofVirtual()
              .start(() ->
                  TestHost.failure(() ->
                      talkative
                          .root()
                          .run(
                              "yes",
                              (_, _) -> talking.countDown(),
                              Duration.ofSeconds(30),
                              new Cancel())));
          assertThat(talking.await(20, TimeUnit.SECONDS)).isTrue();
          talkative.close();
          assertThat(TestHost.run(other, "echo still").lines()).containsExactly("OUT still");
        }
      }
    }
    TestHost.eventually(() -> lab.sshd.sessions().isEmpty());
  }

  @Test
  void theBastionsIdentityIsCheckedToo() throws Exception {
    try (var gate = new Sshd(directory.resolve("gate"), List.of("ed25519"));
        var connector = new SshConnector(trusting(lab.sshd), Optional.empty(), directory)) {
      var bastion =
          SshTarget.of("gate", "127.0.0.1", gate.port, lab.users.plain, new SignIn.Password());
      var cause =
          TestHost.failure(() ->
              connector
                  .connect(lab.target("root").via(bastion), TestHost.secrets(TestUsers.PASSWORD))
                  .close());
      assertThat(cause).isInstanceOf(HostKeyCause.Unknown.class);
      assertThat(((HostKeyCause.Unknown) cause).port()).isEqualTo(gate.port);
    }
  }

  @Test
  void behindTheBastionNobodyListens() throws Exception {
    int port = Sshd.freePort();
    try (var connector = lab.connector()) {
      var target =
          SshTarget.of("n1", "127.0.0.1", port, "root", new SignIn.KeyFile(lab.key))
              .via(lab.target("root"));
      assertThat(TestHost.failure(() -> connector.connect(target, SecretSource.none()).close()))
          .isEqualTo(new ConnectCause.Refused("127.0.0.1", port));
    }
    TestHost.eventually(() -> lab.sshd.sessions().isEmpty());
  }

  @Test
  void aTunnelOutlivesARefusal() throws Exception {
    try (var connector = lab.connector();
        var host =
            connector.connect(
                lab.target(lab.users.plain, new SignIn.Password()),
                TestHost.secrets(TestUsers.PASSWORD))) {
      int port = Sshd.freePort();
      try (var tunnel = host.tunnel(0, "127.0.0.1", port)) {
        assertThat(through(tunnel)).isEmpty();
        try (var server = new ServerSocket(port, 5, InetAddress.getLoopbackAddress())) {
          echo(server);
          assertThat(through(tunnel)).isEqualTo("hello");
          assertThat(through(tunnel)).isEqualTo("hello");
        }
      }
    }
  }

  private static void echo(ServerSocket server) {
    Thread.startVirtualThread(() -> {
      while (!server.isClosed()) {
        try (Socket caller = server.accept()) {
          caller.getInputStream().transferTo(caller.getOutputStream());
        } catch (IOException _) {
          return;
        }
      }
    });
  }

  private static String through(Tunnel tunnel) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), tunnel.localPort())) {
      socket.getOutputStream().write("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      socket.shutdownOutput();
      return new String(
          socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (java.net.SocketException _) {
      return ""; // reset: nobody behind it
    }
  }

  /** More than any buffer holds lies before a caller who takes it in small pieces. */
  @Test
  void aSlowCallerGetsEverything() throws Exception {
    long bytes = 80_000_000;
    try (var connector = lab.connector();
        var host = connector.connect(lab.target(lab.users.free), SecretSource.none());
        var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var tunnel = host.tunnel(0, "127.0.0.1", server.getLocalPort());
        var caller = new Socket(InetAddress.getLoopbackAddress(), tunnel.localPort())) {
      Thread.startVirtualThread(() -> pour(server, bytes));
      var in = caller.getInputStream();
      long came = 0;
      for (byte[] piece = in.readNBytes(400_000);
          piece.length > 0;
          piece = in.readNBytes(400_000)) {
        came += piece.length;
        LockSupport.parkNanos(10_000_000);
      }
      assertThat(came).isEqualTo(bytes);
      assertThat(through(tunnel)).isEmpty(); // and the connection lives
      assertThat(TestHost.run(host, "echo here").lines()).containsExactly("OUT here");
    }
  }

  private static void pour(ServerSocket server, long bytes) {
    try (server;
        Socket caller = server.accept()) {
      byte[] chunk = new byte[1_000_000];
      for (long left = bytes; left > 0; left -= chunk.length) {
        caller.getOutputStream().write(chunk);
      }
    } catch (IOException _) {
      // the caller counts what came
    }
  }

  @Test
  void anUploadIsWholeAndRootsOwn() throws Exception {
    var bytes = new byte[20_000_000];
    new Random(7).nextBytes(bytes);
    Path goal = directory.resolve("it's a file");
    try (var connector = lab.connector();
        var host = connector.connect(lab.target(lab.users.free), SecretSource.none())) {
      host.upload(bytes, goal.toString(), "0640");
      assertThat(Files.readAllBytes(goal)).isEqualTo(bytes);
      assertThat(Commands.run("stat", "-c", "%a %U %G", goal.toString()))
          .isEqualTo("640 root root\n");
      host.upload(Files.writeString(directory.resolve("small"), "small"), goal.toString(), "0600");
      assertThat(Files.readString(goal)).isEqualTo("small");
      assertThat(Commands.run("sh", "-c", "ls /tmp/.kubeadm-wizard-* 2>/dev/null || true"))
          .isEmpty();
    }
  }

  @Test
  void anUploadThatCannotBeIsSaid() throws Exception {
    try (var connector = lab.connector();
        var host = connector.connect(lab.target(lab.users.free), SecretSource.none())) {
      var cause = TestHost.failure(() -> host.upload(new byte[9], "/proc/none/file", "0644"));
      assertThat(cause).isInstanceOf(RootCause.UploadFailed.class);
      assertThat(((RootCause.UploadFailed) cause).said()).contains("/proc/none/file");
      assertThat(Commands.run("sh", "-c", "ls /tmp/.kubeadm-wizard-* 2>/dev/null || true"))
          .isEmpty();
    }
  }
}
