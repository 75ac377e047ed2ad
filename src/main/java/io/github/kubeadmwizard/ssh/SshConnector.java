package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.ssh.Opening.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Connects to hosts. One for the whole program: it holds what is costly to make and what hosts
 * share, such as opened keys and bastions. Safe for many threads.
 */
public final class SshConnector implements AutoCloseable {
  static {
    Algorithms.useTheJdks(); // before a key is read
  }

  private static final int TRIES = 3;
  private static final Duration PAUSE = Duration.ofMillis(400);

  private final Deadlines deadlines = new Deadlines();
  private final Bastions bastions = new Bastions();
  private final Dial dial;
  private final Opening opening;

  /**
   * @param hostKeys whom we trust
   * @param agentSocket usually the value of {@code SSH_AUTH_SOCK}, if it is set
   * @param userDirectory usually {@code ~/.ssh}, for the default keys
   */
  public SshConnector(HostKeys hostKeys, Optional<Path> agentSocket, Path userDirectory) {
    this(hostKeys, agentSocket, userDirectory, Patience.USUAL);
  }

  SshConnector(
      HostKeys hostKeys, Optional<Path> agentSocket, Path userDirectory, Patience patience) {
    var keys = new KeySources(new AgentClient(agentSocket), new PrivateKeys(), userDirectory);
    dial = new Dial(patience.answer());
    opening = new Opening(hostKeys, keys, deadlines, patience);
  }

  /**
   * Connects and signs in, through the target's bastion if it has one. Takes as long as its steps'
   * deadlines at most (10 s for the call, 15 s for the greeting, 60 s for the sign-in).
   *
   * @param secrets asked for what the sign-in needs, outside the key exchange
   * @throws SshFailure with what, why and what to do; an unknown host key is one of the causes: ask
   *     the user, {@link HostKeys#accept}, and call again
   */
  public SshHost connect(SshTarget target, SecretSource secrets) throws SshFailure {
    opening.prepare(target, secrets);
    Optional<SshTarget> bastion = target.bastion();
    if (bastion.isEmpty()) {
      return new SshHost(patiently(target, secrets), secrets, deadlines, () -> {});
    }
    Link gate = bastions.borrow(bastion.get(), () -> link(bastion.get(), secrets));
    boolean in = false;
    try {
      Link link = opening.open(target, secrets, BastionWay.open(gate, target));
      in = true;
      return new SshHost(link, secrets, deadlines, () -> bastions.giveBack(bastion.get()));
    } finally {
      if (!in) {
        bastions.giveBack(bastion.get());
      }
    }
  }

  private Link link(SshTarget target, SecretSource secrets) throws SshFailure {
    if (target.bastion().isPresent()) {
      throw new IllegalArgumentException("a bastion is reached directly");
    }
    return patiently(target, secrets);
  }

  /**
   * A server with too many logins under way hangs up before it greets: try again a little later.
   */
  private Link patiently(SshTarget target, SecretSource secrets) throws SshFailure {
    for (int attempt = 1; ; attempt++) {
      try {
        return opening.open(
            target, secrets, new SocketWay(target, dial.call(target.address(), target.port())));
      } catch (SshFailure e) {
        if (!(e.why() instanceof ConnectCause.ClosedAtOnce)
            || attempt == TRIES
            || !paused(attempt)) {
          throw e;
        }
      }
    }
  }

  private static boolean paused(int attempt) {
    try {
      Thread.sleep(PAUSE.multipliedBy(attempt));
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends the clock of the deadlines; hosts are closed by those who opened them. */
  @Override
  public void close() {
    deadlines.close();
  }
}
