package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.NoProxy;
import io.github.kubeadmwizard.cluster.ProxySpec;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.FailedCommand;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.ssh.Exit;
import io.github.kubeadmwizard.ssh.OutputSink;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.text.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads the facts of all connected hosts side by side, in one round trip each; a second one where
 * addresses are to be tried that only the first answer makes known.
 */
public final class FactsReader {
  private static final String SCRIPT_NAME = "facts.sh";
  private static final Duration DEADLINE = Duration.ofSeconds(90);
  private static final int LAST_LINES = 5;

  private final Fleet fleet;
  private final Scripts scripts;
  private final Function<String, HostFacts> parser;
  private final Clock clock;

  /**
   * @param scripts what hosts are asked by
   * @param parser understands its output
   */
  public FactsReader(
      Fleet fleet, Scripts scripts, Function<String, HostFacts> parser, Clock clock) {
    this.fleet = fleet;
    this.scripts = scripts;
    this.parser = parser;
    this.clock = clock;
  }

  /**
   * The scripts that only read.
   *
   * @param facts the text of {@code installer-assets/scripts/facts.sh}
   * @param disks the text of {@code disks.sh} beside it, asked only where storage is wanted
   */
  public record Scripts(String facts, String disks) {}

  /** What came of reading one host. */
  public sealed interface Answer {}

  /**
   * Its facts.
   *
   * @param asked our clock before
   * @param answered our clock after
   */
  public record Read(HostFacts facts, Instant asked, Instant answered) implements Answer {}

  /** It could not be read. */
  public record Unread(Problem problem) implements Answer {}

  /**
   * The facts of every connected host, in the order of the cluster's hosts, with the answers of the
   * addresses that each has to try.
   *
   * @param probes from what is known of a host already
   */
  public Map<HostName, Answer> readProbing(
      ClusterSpec spec, BiFunction<HostName, HostFacts, List<String>> probes) {
    Map<HostName, Answer> first = read(spec, _ -> List.of());
    return read(
        spec,
        host ->
            first.get(host) instanceof Read read ? probes.apply(host, read.facts()) : List.of());
  }

  /** The facts of those of these hosts that are connected, with what is proven of their disks. */
  public Map<HostName, Answer> readDisks(ClusterSpec spec, List<HostName> hosts) {
    var addons = spec.addons();
    boolean asks = addons.has(AddonSpec.Name.ROOK);
    var asking = asks ? spec : spec.with(addons.with(AddonSpec.Rook.DEFAULT));
    return read(asking, hosts, _ -> List.of());
  }

  private Map<HostName, Answer> read(ClusterSpec spec, Function<HostName, List<String>> probes) {
    List<HostName> hosts = spec.hosts().stream().map(h -> new HostName(h.label())).toList();
    return read(spec, hosts, probes);
  }

  /**
   * The facts of those of these hosts that are connected, in one round trip each.
   *
   * @param probes what each is to try, such as {@code https://registry.k8s.io/v2/}
   */
  public Map<HostName, Answer> read(
      ClusterSpec spec, List<HostName> hosts, Function<HostName, List<String>> probes) {
    return fleet.each(hosts, host -> read(host, text(spec, host.host(), probes)));
  }

  private Answer read(HostConnection host, String text) {
    var out = Collections.synchronizedList(new ArrayList<String>());
    var err = Collections.synchronizedList(new ArrayList<String>());
    OutputSink sink = (stream, line) -> (stream == OutputSink.Stream.OUT ? out : err).add(line);
    Instant asked = clock.instant();
    try {
      Exit exit = host.run(text, sink, DEADLINE, new Cancel());
      Instant answered = clock.instant();
      HostFacts facts = parser.apply(String.join("\n", out) + "\n");
      return exit.ok() && facts.reading().complete()
          ? new Read(facts, asked, answered)
          : new Unread(unread(host.host(), exit, err));
    } catch (SshFailure failure) {
      return new Unread(failure.problem(host.host()));
    }
  }

  private static Problem unread(HostName host, Exit exit, List<String> err) {
    var last = err.subList(Math.max(0, err.size() - LAST_LINES), err.size());
    boolean late = exit.how() == Exit.How.DEADLINE;
    return new Problem(
        "session.factsCut",
        host,
        "",
        Message.of("session.factsCut.what"),
        late
            ? Message.of("session.factsCut.late", DEADLINE.toSeconds())
            : Message.of("session.factsCut.why"),
        Message.of("session.factsCut.remedy"),
        Optional.of(new FailedCommand(SCRIPT_NAME, late ? -1 : exit.code(), last)),
        List.of());
  }

  private String text(ClusterSpec spec, HostName host, Function<HostName, List<String>> probes) {
    List<String> peers =
        spec.hosts().stream()
            .filter(other -> !other.label().equals(host.value()))
            .map(FactsReader::address)
            .toList();
    return assignment("PEERS", String.join("\n", peers))
        + assignment("PORTS", Integer.toString(spec.kubeadm().apiPort()))
        + assignment("PROBES", String.join("\n", probes.apply(host)))
        + disks(spec)
        + wayOut(spec)
        + scripts.facts();
  }

  /** In a shell of its own, so that nothing of it stays; its heads come before those of facts. */
  private String disks(ClusterSpec spec) {
    return spec.addons().has(AddonSpec.Name.ROOK) ? "(\n" + scripts.disks() + ")\n" : "";
  }

  /** The probes go the way of what is fetched later. */
  private String wayOut(ClusterSpec spec) {
    if (spec.proxy().isEmpty()) {
      return "";
    }
    ProxySpec proxy = spec.proxy().get();
    var account = proxy.signIn() ? fleet.secrets().proxy() : Optional.<SecretBook.Account>empty();
    return assignment("PROBE_PROXY", proxy.forHttps())
        + assignment("PROBE_NO_PROXY", NoProxy.of(spec, List.of(), ""))
        + assignment("PROBE_ACCOUNT", account.map(a -> a.inAddress().reveal()).orElse(""));
  }

  /** Where the other nodes will reach this one, as far as the user said it. */
  private static String address(HostSpec host) {
    return host.nodeIP().map(ip -> ip.split(",", -1)[0].strip()).orElse(host.address());
  }

  private static String assignment(String name, String value) {
    return value.isEmpty() ? "" : name + "='" + value.replace("'", "'\\''") + "'\n";
  }
}
