package io.github.kubeadmwizard.smoke;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.smoke.Way.Kind;
import io.github.kubeadmwizard.smoke.Way.State;
import io.github.kubeadmwizard.text.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of a smoke test.
 *
 * @param nodes every node of the cluster, in the order of their names
 * @param ways every attempt, also those that could not be made
 * @param problems what did not work, grouped by what is behind it; without the test's own troubles
 */
public record SmokeReport(List<String> nodes, List<Way> ways, List<Problem> problems) {
  public SmokeReport {
    nodes = List.copyOf(nodes);
    ways = List.copyOf(ways);
    problems = List.copyOf(problems);
  }

  /** From what the actions of the plan gave. */
  public static SmokeReport of(ClusterSpec spec, RunValues values) {
    List<TestedNode> nodes = TestedNode.all(text(values, SmokeTest.GROUND));
    var ways = new LinkedHashMap<List<Object>, Way>();
    nodes.forEach(node -> expected(node.name(), nodes).forEach(way -> put(ways, way)));
    for (HostSpec host : spec.hosts()) {
      var name = new HostName(host.label());
      String given = text(values, SmokeTest.result(name));
      String self = self(given, host.label());
      given.lines().flatMap(line -> Said.way(self, line).stream()).forEach(way -> put(ways, way));
      Said.nodePort(self, text(values, SmokeTest.here(name))).ifPresent(way -> put(ways, way));
    }
    text(values, SmokeTest.KUBELETS)
        .lines()
        .flatMap(line -> Said.kubelet(line).stream())
        .forEach(way -> put(ways, way));
    var all = List.copyOf(ways.values());
    return new SmokeReport(
        nodes.stream().map(TestedNode::name).toList(), all, new Findings(nodes, all).problems());
  }

  private static String text(RunValues values, String name) {
    return values.get(name).map(Secret::reveal).orElse("");
  }

  /** The node's name of a host, which it found out by itself. */
  private static String self(String given, String label) {
    return given
        .lines()
        .filter(line -> line.startsWith("self ") && !line.equals("self -"))
        .map(line -> line.substring("self ".length()))
        .findFirst()
        .orElse(label);
  }

  /** What there is to try from a node, not tried yet. */
  private static List<Way> expected(String from, List<TestedNode> nodes) {
    var ways = new ArrayList<Way>();
    nodes.forEach(to -> ways.add(untried(Kind.NODE_TO_POD, from, to.name())));
    nodes.stream()
        .filter(to -> !to.name().equals(from))
        .forEach(to -> ways.add(untried(Kind.POD_TO_POD, from, to.name())));
    for (Kind kind : Kind.values()) {
      if (kind != Kind.NODE_TO_POD && kind != Kind.POD_TO_POD) {
        ways.add(untried(kind, from, ""));
      }
    }
    return ways;
  }

  private static Way untried(Kind kind, String from, String to) {
    return new Way(kind, from, to, State.NOT_TRIED, "");
  }

  /** Of a target with two addresses the worse counts. */
  private static void put(Map<List<Object>, Way> ways, Way way) {
    ways.merge(
        List.of(way.kind(), way.from(), way.to()),
        way,
        (before, now) -> before.failed() ? before : now);
  }

  /** Whether everything was tried and works. */
  public boolean passed() {
    return !nodes.isEmpty()
        && problems.isEmpty()
        && ways.stream()
            .allMatch(way ->
                way.state() == State.OK
                    || (way.kind() == Kind.NODE_PORT && way.state() == State.NOT_TRIED));
  }

  /** An attempt; one that is not there could not be made. */
  public Way way(Kind kind, String from, String to) {
    return ways.stream()
        .filter(way -> way.kind() == kind && way.from().equals(from) && way.to().equals(to))
        .findFirst()
        .orElse(untried(kind, from, to));
  }
}
