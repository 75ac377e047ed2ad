package io.github.kubeadmwizard.facts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to ask a host beyond what it is.
 *
 * @param probes addresses to try from there: http or https addresses (a registry: its {@code
 *     /v2/}), or host:port
 * @param peers addresses of the other nodes, to see how the kernel would route to them
 * @param proxy for the http and https probes, without user name and password
 * @param noProxy names and ranges that are reached directly
 * @param patience deadline of each probe, whole seconds
 */
public record FactsQuestion(
    List<String> probes,
    List<String> peers,
    Optional<String> proxy,
    List<String> noProxy,
    Duration patience) {
  private static final Duration USUAL = Duration.ofSeconds(6);

  public FactsQuestion {
    probes = List.copyOf(probes);
    peers = List.copyOf(peers);
    noProxy = List.copyOf(noProxy);
    if (patience.toSeconds() < 1) {
      throw new IllegalArgumentException("a probe needs at least a second: " + patience);
    }
  }

  /** Only what the host is. */
  public static FactsQuestion plain() {
    return of(List.of(), List.of());
  }

  /** With probes and peers, no proxy, and the usual patience. */
  public static FactsQuestion of(List<String> probes, List<String> peers) {
    return new FactsQuestion(probes, peers, Optional.empty(), List.of(), USUAL);
  }

  /**
   * The text to send to the host as one bash script.
   *
   * @param script text of {@code installer-assets/scripts/facts.sh}
   */
  public String ask(String script) {
    return assign("PROBES", String.join("\n", probes))
        + assign("PEERS", String.join("\n", peers))
        + assign("PROBE_PROXY", proxy.orElse(""))
        + assign("PROBE_NO_PROXY", String.join(",", noProxy))
        + assign("PROBE_SECONDS", Long.toString(patience.toSeconds()))
        + script;
  }

  private static String assign(String name, String value) {
    return name + "='" + value.replace("'", "'\\''") + "'\n";
  }
}
