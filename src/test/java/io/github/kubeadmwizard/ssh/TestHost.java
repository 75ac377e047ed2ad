package io.github.kubeadmwizard.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.text.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** This machine as a host: one server and its users for all tests of the room. */
final class TestHost implements AutoCloseable {
  final Path directory;
  final TestUsers users;
  final Sshd sshd;

  /** Opens the free, the asked, the tty, the pty and the locked user, and root. */
  final Path key;

  private TestHost() throws IOException {
    directory = Files.createTempDirectory("kw-ssh-");
    Commands.run("chmod", "755", directory.toString());
    users = new TestUsers();
    sshd = new Sshd(directory.resolve("sshd"), List.of("ed25519", "rsa", "ecdsa"));
    key = newKey("key", "ed25519", "");
    for (String user : users.all()) {
      sshd.authorize(user, key);
    }
    sshd.authorize("root", key);
  }

  Path newKey(String name, String type, String passphrase, String... more) {
    Path file = directory.resolve(name);
    var command =
        new java.util.ArrayList<>(
            List.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", file.toString()));
    command.addAll(Arrays.asList(more));
    Commands.run(command.toArray(String[]::new));
    return file;
  }

  /** Host keys that know this server. */
  HostKeys trusting(Sshd server) throws IOException {
    Path file = Files.createTempFile(directory, "known", "");
    var lines = new StringBuilder();
    for (int port : List.of(server.port, server.interactivePort, server.bothPort)) {
      lines.append("[127.0.0.1]:" + port + " " + server.publicKey("ed25519") + "\n");
    }
    Files.writeString(file, lines);
    return new HostKeys(file, directory.resolve("own-" + file.getFileName()));
  }

  SshConnector connector() throws IOException {
    return new SshConnector(trusting(sshd), Optional.empty(), directory.resolve("no-such"));
  }

  SshTarget target(String user) {
    return target(user, new SignIn.KeyFile(key));
  }

  SshTarget target(String user, SignIn signIn) {
    return SshTarget.of("n1", "127.0.0.1", sshd.port, user, signIn);
  }

  /** A source of one text for every secret. */
  static SecretSource secrets(String text) {
    return new SecretSource() {
      @Override
      public Optional<Secret> password(String host) {
        return Optional.of(Secret.of(text));
      }

      @Override
      public Optional<Secret> passphrase(String host) {
        return Optional.of(Secret.of(text));
      }

      @Override
      public Optional<Secret> sudo(String host) {
        return Optional.of(Secret.of(text));
      }
    };
  }

  /** What a script said, each line with its stream. */
  record Said(Exit exit, List<String> lines) {}

  static Said run(SshHost host, String script) throws SshFailure {
    var lines = new CopyOnWriteArrayList<String>();
    Exit exit =
        host.root()
            .run(
                script,
                (stream, text) -> lines.add(stream + " " + text),
                Duration.ofSeconds(30),
                new Cancel());
    return new Said(exit, lines);
  }

  /** The cause of the failure that this ends with. */
  static SshCause failure(Attempt attempt) {
    try {
      attempt.run();
    } catch (SshFailure e) {
      return e.why();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    throw new AssertionError("it did not fail");
  }

  /** What should fail. */
  interface Attempt {
    void run() throws SshFailure, IOException;
  }

  /** Waits for something that comes true by itself. */
  static void eventually(java.util.function.BooleanSupplier truth) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!truth.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it never came true").isLessThan(end);
      Thread.sleep(20);
    }
  }

  @Override
  public void close() {
    tidy();
  }

  private synchronized void tidy() {
    if (Files.exists(directory)) {
      sshd.close();
      users.close();
      Commands.run("rm", "-rf", directory.toString());
    }
  }

  /** Gives the tests the one host; skips them where it cannot be had. */
  static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == TestHost.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      assumeTrue("root".equals(System.getProperty("user.name")), "making users needs root");
      assumeTrue(Files.isExecutable(Path.of("/usr/sbin/sshd")), "no OpenSSH server here");
      assumeTrue(Files.isExecutable(Path.of("/usr/bin/sudo")), "no sudo here");
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(TestHost.class, _ -> make(), TestHost.class);
    }

    private static TestHost make() {
      try {
        var host = new TestHost();
        // Users who may use sudo must not stay behind when the tests are ended by a signal.
        Runtime.getRuntime().addShutdownHook(new Thread(host::tidy));
        return host;
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
