package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.session.SecretNeed.Kind;
import io.github.kubeadmwizard.ssh.Exit;
import io.github.kubeadmwizard.ssh.OutputSink;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Hosts without a network: what each one asks for is set by the test. */
public final class FakeHosts implements HostConnector {
  private final SecretBook book;
  private final Map<String, Attempt.Failed> dead = new HashMap<>();
  private final Map<String, String> newKeys = new HashMap<>();
  private final Map<String, Wanted> wanted = new HashMap<>();
  private final Set<String> trusted = new HashSet<>();
  private final List<String> attempts = new CopyOnWriteArrayList<>();
  private final Set<HostName> dropped = new HashSet<>();
  private Function<String, List<String>> answers = _ -> List.of();
  private int exitCode;
  private boolean closed;
  private volatile Runnable closing = () -> {};

  private record Wanted(Kind kind, String secret) {}

  public FakeHosts(SecretBook book) {
    this.book = book;
  }

  /** This host cannot be reached, or is another one than we know. */
  public FakeHosts dead(String host, boolean identity) {
    dead.put(host, new Attempt.Failed(problem(host, "fake.dead"), identity));
    return this;
  }

  /** This host shows a key that nobody knows. */
  public FakeHosts unknown(String host, String fingerprint) {
    newKeys.put(host, fingerprint);
    return this;
  }

  /** This host wants a secret. */
  public FakeHosts wants(String host, Kind kind, String secret) {
    wanted.put(host, new Wanted(kind, secret));
    return this;
  }

  /** What scripts print, by their text. */
  public FakeHosts saying(Function<String, List<String>> lines, int exit) {
    answers = lines;
    exitCode = exit;
    return this;
  }

  /** What the end of a line to any host does. */
  public void whenClosing(Runnable work) {
    closing = work;
  }

  /** The line to this host breaks. */
  public void drop(HostName host) {
    dropped.add(host);
  }

  /** The hosts that were tried, in order. */
  public List<String> attempts() {
    return List.copyOf(attempts);
  }

  public boolean closed() {
    return closed;
  }

  @Override
  public synchronized Attempt attempt(HostSpec host) {
    String name = host.label();
    attempts.add(name);
    dropped.remove(new HostName(name));
    if (dead.containsKey(name)) {
      return dead.get(name);
    }
    String fingerprint = newKeys.get(name);
    if (fingerprint != null && !trusted.contains(name)) {
      return new Attempt.NewKey(
          new HostName(name),
          host.address(),
          22,
          true,
          "ssh-ed25519",
          "AAAA" + name,
          fingerprint,
          problem(name, "fake.newKey"));
    }
    return wanted.containsKey(name) ? asking(host, wanted.get(name)) : connected(name);
  }

  private Attempt asking(HostSpec host, Wanted want) {
    Optional<Secret> given =
        switch (want.kind()) {
          case PASSWORD -> book.password(host.label());
          case PASSPHRASE -> book.passphrase(host.label());
          case SUDO -> book.sudo(host.label());
        };
    if (given.map(Secret::reveal).filter(want.secret()::equals).isPresent()) {
      return connected(host.label());
    }
    var need =
        new SecretNeed(
            want.kind(),
            host.label(),
            host.user(),
            host.address(),
            want.kind() == Kind.PASSPHRASE ? host.key() : Optional.empty(),
            given.isPresent());
    return new Attempt.NeedsSecret(List.of(need), problem(host.label(), "fake.secret"));
  }

  private Attempt connected(String name) {
    return new Attempt.Connected(new Connection(new HostName(name)));
  }

  private static Problem problem(String host, String id) {
    return new Problem(
        id,
        new HostName(host),
        "",
        Message.of(id + ".what"),
        Message.of(id + ".why"),
        Message.of(id + ".remedy"),
        Optional.empty(),
        List.of());
  }

  @Override
  public HostConnection reconnect(HostSpec host) {
    return ((Attempt.Connected) attempt(host)).connection();
  }

  @Override
  public Optional<Attempt.Failed> trust(Attempt.NewKey key) {
    trusted.add(key.host().value());
    return Optional.empty();
  }

  @Override
  public void close() {
    closed = true;
  }

  private final class Connection implements HostConnection {
    private final HostName host;

    private Connection(HostName host) {
      this.host = host;
    }

    @Override
    public HostName host() {
      return host;
    }

    @Override
    public Exit run(String script, OutputSink sink, Duration deadline, Cancel cancel) {
      answers.apply(script).forEach(line -> sink.line(OutputSink.Stream.OUT, line));
      return new Exit(exitCode);
    }

    @Override
    public boolean alive() {
      return !dropped.contains(host);
    }

    @Override
    public void close() {
      closing.run();
    }
  }
}
