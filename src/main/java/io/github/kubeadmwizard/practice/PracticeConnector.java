package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.session.Attempt;
import io.github.kubeadmwizard.session.HostConnection;
import io.github.kubeadmwizard.session.HostConnector;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.session.SecretNeed;
import io.github.kubeadmwizard.ssh.HostKey;
import io.github.kubeadmwizard.ssh.HostKeyCause;
import io.github.kubeadmwizard.ssh.RootCause;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.text.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Connects to practice machines, which ask for a key or a password as real ones do. */
final class PracticeConnector implements HostConnector {
  private static final String TYPE = "ssh-ed25519";
  private static final long FIRST_CONTACT_MILLIS = 2500;

  /** What shows that passwords can be wrong; every other one is right. */
  private static final String WRONG = "wrong";

  private final PracticeMachines machines;
  private final SecretBook secrets;

  PracticeConnector(PracticeMachines machines, SecretBook secrets) {
    this.machines = machines;
    this.secrets = secrets;
  }

  @Override
  public Attempt attempt(HostSpec host) {
    PracticeMachine machine = machines.machine(host);
    var name = new HostName(host.label());
    machines.pace().pause(FIRST_CONTACT_MILLIS, Pace.Stop.never());
    synchronized (machine) {
      if (machine.host.meeting() == Meeting.NEW_KEY && !machine.keyKnown) {
        return newKey(name, host);
      }
    }
    return machine.host.meeting() == Meeting.SUDO_PASSWORD && !host.user().equals("root")
        ? withPassword(name, host, machine)
        : new Attempt.Connected(new PracticeConnection(name, machine, machines));
  }

  private static Attempt newKey(HostName name, HostSpec host) {
    var key = new HostKey(TYPE, key(host.address()));
    var cause = new HostKeyCause.Unknown(host.address(), host.port(), key);
    return new Attempt.NewKey(
        name,
        host.address(),
        host.port(),
        true,
        key.type(),
        key.base64(),
        key.fingerprint(),
        new SshFailure(cause).problem(name));
  }

  /** A key in its right form, of which nobody has the other half. */
  private static String key(String address) {
    try {
      byte[] point =
          MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
      var blob = new ByteArrayOutputStream();
      part(blob, TYPE.getBytes(StandardCharsets.US_ASCII));
      part(blob, point);
      return Base64.getEncoder().encodeToString(blob.toByteArray());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static void part(ByteArrayOutputStream blob, byte[] bytes) {
    blob.writeBytes(new byte[] {0, 0, 0, (byte) bytes.length});
    blob.writeBytes(bytes);
  }

  private Attempt withPassword(HostName name, HostSpec host, PracticeMachine machine) {
    Optional<String> given =
        secrets.sudo(host.label()).map(Secret::reveal).filter(text -> !text.isEmpty());
    if (given.isPresent() && !given.get().equalsIgnoreCase(WRONG)) {
      return new Attempt.Connected(new PracticeConnection(name, machine, machines));
    }
    boolean again = given.isPresent();
    var cause =
        again
            ? new RootCause.SudoPasswordWrong(host.user())
            : new RootCause.SudoPasswordNeeded(host.user());
    var need =
        new SecretNeed(
            SecretNeed.Kind.SUDO,
            host.label(),
            host.user(),
            host.address(),
            Optional.empty(),
            again);
    return new Attempt.NeedsSecret(List.of(need), new SshFailure(cause).problem(name));
  }

  @Override
  public HostConnection reconnect(HostSpec host) {
    return new PracticeConnection(new HostName(host.label()), machines.machine(host), machines);
  }

  @Override
  public Optional<Attempt.Failed> trust(Attempt.NewKey key) {
    machines.trust(key.address());
    return Optional.empty();
  }

  @Override
  public void close() {}
}
