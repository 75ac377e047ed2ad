package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.session.Attempt;
import io.github.kubeadmwizard.session.Dialogue;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.Fleet;
import io.github.kubeadmwizard.session.HostState;
import io.github.kubeadmwizard.session.SecretBook;
import io.github.kubeadmwizard.session.SecretNeed;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The machines of one cluster, each connected by itself. A question never waits for its answer: the
 * attempt ends, the page shows the question, and the answer begins another attempt.
 */
public final class Connections implements AutoCloseable {
  /** The machine that this thread tries; a question does not say whose it is. */
  private static final ScopedValue<HostName> TRIED = ScopedValue.newInstance();

  private final SecretBook secrets = new SecretBook();
  private final Set<TrustedKey> trusted = ConcurrentHashMap.newKeySet();
  private final Map<HostName, Attempt.NewKey> keys = new ConcurrentHashMap<>();
  private final Map<HostName, List<SecretNeed>> needs = new ConcurrentHashMap<>();

  private final Workshop workshop;
  private volatile ClusterSpec spec;
  private volatile Fleet fleet;

  private record TrustedKey(String address, int port, String key) {
    static TrustedKey of(Attempt.NewKey key) {
      return new TrustedKey(key.address(), key.port(), key.key());
    }
  }

  /** Connects nothing yet. */
  public Connections(Workshop workshop, ClusterSpec spec) {
    this.workshop = workshop;
    this.spec = spec;
    fleet = over(spec);
  }

  private Fleet over(ClusterSpec wish) {
    return new Fleet(
        workshop.connecting().to(wish, secrets), new Asking(), wish.ssh().parallel(), secrets);
  }

  /** Connects by the jump host of this wish from now on; what was connected so far is let go. */
  public void goThrough(ClusterSpec wish) {
    Fleet before = fleet;
    spec = wish;
    fleet = over(wish);
    Thread.ofVirtual().start(before::close);
  }

  /** Tries a machine and reads it; waits for the end, so never on the JavaFX thread. */
  public Standing connect(HostSpec host) {
    var name = new HostName(host.label());
    if (host.address().isEmpty()) {
      return new Standing.Refused(noAddress(name), false);
    }
    fleet.forget(name);
    keys.remove(name);
    needs.remove(name);
    HostState state =
        ScopedValue.where(TRIED, name).call(() -> fleet.connect(List.of(host)).get(name));
    return switch (state) {
      case HostState.Connected _ -> read(host, name);
      case HostState.Refused(var _, var problem, boolean identity) ->
          refused(name, problem, identity);
      case null -> throw new IllegalStateException("no answer of " + name);
    };
  }

  private static Problem noAddress(HostName host) {
    return new Problem(
        "wizard.hosts.noAddress",
        host,
        "",
        Message.of("wizard.hosts.noAddress"),
        Message.of("wizard.hosts.noAddress.because"),
        Message.of("wizard.hosts.noAddress.then"),
        Optional.empty(),
        List.of());
  }

  private Standing refused(HostName name, Problem problem, boolean identity) {
    Attempt.NewKey key = keys.remove(name);
    if (key != null) {
      return new Standing.NewKey(key);
    }
    List<SecretNeed> missing = needs.remove(name);
    return missing != null
        ? new Standing.NeedsSecret(missing, problem)
        : new Standing.Refused(problem, identity);
  }

  private Standing read(HostSpec host, HostName name) {
    var reader = workshop.reading().over(fleet);
    var answers = reader.read(spec.withHosts(List.of(host)), List.of(name), _ -> List.of());
    return switch (answers.get(name)) {
      case FactsReader.Read read -> new Standing.Reached(read);
      case FactsReader.Unread(var problem) -> new Standing.Refused(problem, false);
      case null -> throw new IllegalStateException("not connected: " + name);
    };
  }

  /** Trusts a machine's key from the next attempt on. */
  public void trust(Attempt.NewKey key) {
    trusted.add(TrustedKey.of(key));
  }

  /** Keeps a secret in memory, for the next attempt. */
  public void give(SecretNeed need, Secret secret) {
    secrets.put(need.kind(), need.name(), secret);
  }

  /** Ends the connection to a machine that is not wanted any more. */
  public void forget(HostSpec host) {
    fleet.forget(new HostName(host.label()));
  }

  /** A machine goes by another name from now on; what is known of it stays known. */
  public void renamed(HostSpec before, HostSpec after) {
    forget(before);
    secrets.rename(before.label(), after.label());
  }

  /** All that are connected, for reading and acting. */
  public Fleet fleet() {
    return fleet;
  }

  /** What was given so far. */
  public SecretBook secrets() {
    return secrets;
  }

  @Override
  public void close() {
    fleet.close();
    secrets.close();
  }

  /** Answers with what is known already and keeps the rest as a question for the page. */
  private final class Asking implements Dialogue {
    @Override
    public Set<Attempt.NewKey> accept(List<Attempt.NewKey> met) {
      var known = new HashSet<Attempt.NewKey>();
      for (Attempt.NewKey key : met) {
        if (trusted.contains(TrustedKey.of(key))) {
          known.add(key);
        } else {
          keys.put(key.host(), key);
        }
      }
      return known;
    }

    @Override
    public Set<SecretNeed> give(List<SecretNeed> missing) {
      needs.put(TRIED.get(), missing);
      return Set.of();
    }
  }
}
