package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.engine.HostName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All findings.
 *
 * @param findings in the order of {@link Checks#all()}, then of the hosts
 * @param ignorePreflightErrors what kubeadm is to be told to pass over, as the user did
 */
public record CheckReport(List<Finding> findings, SortedSet<String> ignorePreflightErrors) {
  public CheckReport {
    findings = List.copyOf(findings);
    ignorePreflightErrors = new TreeSet<>(ignorePreflightErrors);
  }

  /** Whether anything keeps the installation from beginning. */
  public boolean blocks() {
    return findings.stream().anyMatch(Finding::blocks);
  }

  /** The first that does. */
  public Optional<Finding> firstBlocking() {
    return findings.stream().filter(Finding::blocks).findFirst();
  }

  /** What can be mended without a restart and without taking anything away. */
  public List<Finding> safelyMendable() {
    return findings.stream()
        .filter(f -> f.state() == State.BLOCKS || f.state() == State.WARNING)
        .filter(MendPlan::isSafe)
        .toList();
  }

  /** The same without the findings of this check. */
  public CheckReport without(String check) {
    return new CheckReport(
        findings.stream().filter(finding -> !finding.check().equals(check)).toList(),
        ignorePreflightErrors);
  }

  /** The findings in this state. */
  public List<Finding> in(State state) {
    return findings.stream().filter(f -> f.state() == state).toList();
  }

  /** The findings about this host. */
  public List<Finding> of(HostName host) {
    return findings.stream().filter(f -> f.host().equals(Optional.of(host))).toList();
  }

  /** By host, in the hosts' order; those about the whole cluster under empty, where they are. */
  public Map<Optional<HostName>, List<Finding>> byHost() {
    return grouped(Finding::host);
  }

  /** By requirement ({@link Finding#key}), in order: the rows of a matrix. */
  public Map<String, List<Finding>> byCheck() {
    return grouped(Finding::key);
  }

  private <K> Map<K, List<Finding>> grouped(Function<Finding, K> by) {
    return findings.stream()
        .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
  }
}
