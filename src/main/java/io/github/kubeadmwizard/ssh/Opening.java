package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import net.schmizz.sshj.Config;
import net.schmizz.sshj.SSHClient;
import org.jspecify.annotations.Nullable;

/** Makes a connection over a way that is there: greeting, key exchange, sign-in, each in time. */
final class Opening {
  private static final int WINDOW = 8 * 1024 * 1024; // 228 MB/s instead of 72 with sshj's 2 MB

  private @Nullable Config config;
  private final HostKeys hostKeys;
  private final KeySources keys;
  private final Deadlines deadlines;
  private final Patience patience;

  /**
   * How long each step may take.
   *
   * @param answer until the host takes the call
   * @param greeting until it has greeted and keys are exchanged
   * @param signIn until it has let us in; people may have to touch an agent's key
   */
  record Patience(Duration answer, Duration greeting, Duration signIn) {
    static final Patience USUAL =
        new Patience(Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(60));
  }

  Opening(HostKeys hostKeys, KeySources keys, Deadlines deadlines, Patience patience) {
    this.hostKeys = hostKeys;
    this.keys = keys;
    this.deadlines = deadlines;
    this.patience = patience;
  }

  /** Opens the target's key before anybody is called: a wrong passphrase needs no connection. */
  void prepare(SshTarget target, SecretSource secrets) throws SshFailure {
    if (target.signIn() instanceof SignIn.KeyFile(Path file)) {
      var _ = keys.read(file, target, secrets);
    }
  }

  Link open(SshTarget target, SecretSource secrets, Way way) throws SshFailure {
    SSHClient client = client();
    var link = new Link(target, client, way);
    boolean in = false;
    try {
      greet(target, client, way);
      signIn(target, client, way, secrets);
      PeerCheck.start(link, deadlines);
      in = true;
      return link;
    } finally {
      if (!in) {
        link.close(); // a failed login that stays open counts against us at the server
      }
    }
  }

  /**
   * Made with the first connection: it wakes the JDK's cryptography, which a first window lacks
   * time for.
   */
  private synchronized Config config() {
    if (config == null) {
      config = Algorithms.config();
    }
    return config;
  }

  private SSHClient client() {
    int millis = Math.toIntExact(patience.greeting().toMillis());
    var client = new SSHClient(config());
    client.setTimeout(millis);
    client.getTransport().setTimeoutMs(millis);
    client.getConnection().setTimeoutMs(millis);
    client.getConnection().setWindowSize(WINDOW);
    return client;
  }

  private void greet(SshTarget target, SSHClient client, Way way) throws SshFailure {
    var gate = new HostKeyGate(hostKeys, target);
    client.addHostKeyVerifier(gate);
    try (var watch = deadlines.watch(patience.greeting(), way::cut)) {
      try {
        way.connect(client);
      } catch (IOException e) {
        var refusal = gate.refusal();
        throw new SshFailure(
            refusal.isPresent()
                ? refusal.get()
                : Greeting.cause(target, way, watch.isOver(), patience.greeting(), e),
            e);
      }
    }
  }

  private void signIn(SshTarget target, SSHClient client, Way way, SecretSource secrets)
      throws SshFailure {
    client.getTransport().setTimeoutMs(Math.toIntExact(patience.signIn().toMillis()));
    try (var watch = deadlines.watch(patience.signIn(), way::cut)) {
      try {
        new Login(client, target, keys, secrets).signIn();
      } catch (IOException e) {
        String detail = Plain.text(String.valueOf(e.getMessage()), 200);
        throw new SshFailure(
            watch.isOver()
                ? new ConnectCause.TimedOut(
                    target.address(), ConnectCause.Step.SIGN_IN, patience.signIn().toSeconds())
                : new ConnectCause.ConnectionLost(target.address(), detail),
            e);
      }
    }
  }
}
