package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.ssh.ConnectCause;
import io.github.kubeadmwizard.ssh.SshFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The hosts of a cluster, connected side by side. Host keys and secrets that are missing are
 * collected over all hosts and asked for once; then those hosts are tried again.
 */
public final class Fleet implements AutoCloseable {
  private final HostConnector connector;
  private final Dialogue dialogue;
  private final SideBySide sideBySide;
  private final SecretBook secrets;
  private final Map<HostName, HostSpec> specs = new ConcurrentHashMap<>();
  private volatile boolean closed;
  private final Map<HostName, HostConnection> connections = new ConcurrentHashMap<>();

  /**
   * @param connector closed with the fleet
   * @param parallel how many hosts are worked on at once, at least 1
   * @param secrets of the session; whoever made them closes them
   */
  public Fleet(HostConnector connector, Dialogue dialogue, int parallel, SecretBook secrets) {
    this.connector = connector;
    this.dialogue = dialogue;
    this.sideBySide = new SideBySide(parallel);
    this.secrets = secrets;
  }

  /** What the user gave for these hosts and for what they reach. */
  public SecretBook secrets() {
    return secrets;
  }

  /** Connects these hosts and says of each how it stands, in their order. */
  public Map<HostName, HostState> connect(List<HostSpec> hosts) {
    var states = new LinkedHashMap<HostName, HostState>();
    hosts.forEach(host -> specs.put(name(host), host));
    List<HostSpec> pending = hosts;
    while (!pending.isEmpty()) {
      Map<HostSpec, Attempt> attempts = sideBySide.each(pending, this::attempt);
      attempts.forEach((host, attempt) -> settle(name(host), attempt, states));
      pending = retried(attempts, states);
    }
    var inOrder = new LinkedHashMap<HostName, HostState>();
    hosts.forEach(host -> inOrder.put(name(host), states.get(name(host))));
    return inOrder;
  }

  private Attempt attempt(HostSpec host) {
    Attempt attempt = connector.attempt(host);
    switch (attempt) {
      case Attempt.Connected(var connection) -> {
        connections.put(name(host), connection);
        dialogue.settled(new HostState.Connected(name(host)));
      }
      case Attempt.Failed(Problem problem, boolean identity) ->
          dialogue.settled(new HostState.Refused(name(host), problem, identity));
      case Attempt.NewKey _, Attempt.NeedsSecret _ -> {}
    }
    return attempt;
  }

  private static void settle(HostName host, Attempt attempt, Map<HostName, HostState> states) {
    switch (attempt) {
      case Attempt.Connected _ -> states.put(host, new HostState.Connected(host));
      case Attempt.Failed(Problem problem, boolean identity) ->
          states.put(host, new HostState.Refused(host, problem, identity));
      case Attempt.NewKey _, Attempt.NeedsSecret _ -> {}
    }
  }

  /** Asks what is missing; gives the hosts that can be tried again and settles the others. */
  private List<HostSpec> retried(Map<HostSpec, Attempt> attempts, Map<HostName, HostState> states) {
    var keys = new KeyRound(attempts.values(), dialogue, connector);
    var secrets = new SecretRound(attempts.values(), dialogue);
    var again = new ArrayList<HostSpec>();
    attempts.forEach((host, attempt) ->
        keys.verdict(attempt)
            .or(() -> secrets.verdict(attempt))
            .ifPresent(verdict -> {
              if (verdict.refusal().isEmpty()) {
                again.add(host);
              } else {
                refuse(name(host), verdict, states);
              }
            }));
    return again;
  }

  private void refuse(HostName host, Verdict verdict, Map<HostName, HostState> states) {
    var refused = new HostState.Refused(host, verdict.refusal().orElseThrow(), verdict.identity());
    states.put(host, refused);
    dialogue.settled(refused);
  }

  /**
   * The connection of a host. One that dropped is made again, without asking anybody.
   *
   * @param lost whether the one known so far is known to be lost, whatever it says of itself
   * @throws SshFailure if the host cannot be reached any more, or all were closed meanwhile
   * @throws IllegalArgumentException if it was never connected
   */
  public HostConnection connection(HostName host, boolean lost) throws SshFailure {
    return known(host, lost)
        .orElseThrow(() -> new IllegalArgumentException("never connected: " + host));
  }

  private Optional<HostConnection> known(HostName host, boolean lost) throws SshFailure {
    HostConnection now = connections.get(host);
    HostSpec spec = specs.get(host);
    if (closed && spec != null) {
      throw new SshFailure(new ConnectCause.ConnectionLost(spec.address(), "closed"));
    }
    if (now == null || spec == null) {
      return Optional.empty();
    }
    if (now.alive() && !lost) {
      return Optional.of(now);
    }
    now.close();
    HostConnection again = connector.reconnect(spec);
    connections.put(host, again);
    return Optional.of(again);
  }

  /** Whoever was forgotten while the others were worked on gives no answer. */
  private <T> Optional<T> on(HostName host, Function<HostConnection, T> work) {
    try {
      return known(host, false).map(work);
    } catch (SshFailure _) {
      return Optional.empty();
    }
  }

  /**
   * Does this on every connected host of these, side by side, and gives the answers by host; a host
   * that dropped and cannot be reached again gives none.
   */
  public <T> Map<HostName, T> each(Collection<HostName> hosts, Function<HostConnection, T> work) {
    var there = hosts.stream().filter(connections::containsKey).toList();
    Map<HostName, Optional<T>> answers = sideBySide.each(there, host -> on(host, work));
    var found = new LinkedHashMap<HostName, T>();
    answers.forEach((host, answer) -> answer.ifPresent(value -> found.put(host, value)));
    return found;
  }

  /**
   * Ends the connection to a host that is not wanted any more, or goes by another name now. It is
   * not known from now on; the line is closed beside, since that may take its time.
   */
  public void forget(HostName host) {
    specs.remove(host);
    HostConnection now = connections.remove(host);
    if (now != null) {
      Thread.ofVirtual().name("close-" + host).start(now::close);
    }
  }

  /** The hosts that are connected. */
  public Set<HostName> connected() {
    return Set.copyOf(connections.keySet());
  }

  @Override
  public void close() {
    closed = true;
    sideBySide.each(
        List.copyOf(connections.values()),
        connection -> {
          connection.close();
          return true;
        });
    connections.clear();
    connector.close();
  }

  private static HostName name(HostSpec host) {
    return new HostName(host.label());
  }

  /**
   * What a round of asking decided for a host.
   *
   * @param refusal empty: it is tried again
   */
  record Verdict(Optional<Problem> refusal, boolean identity) {
    static Verdict again() {
      return new Verdict(Optional.empty(), false);
    }
  }
}
