package io.github.kubeadmwizard.smoke;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.smoke.Way.Kind;
import io.github.kubeadmwizard.smoke.Way.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes failures of what did not work, one for each cause that can be told apart. */
final class Findings {
  private final List<TestedNode> nodes;
  private final List<Way> ways;
  private final Set<String> cutOff = new HashSet<>();
  private final List<Problem> found = new ArrayList<>();

  Findings(List<TestedNode> nodes, List<Way> ways) {
    this.nodes = nodes;
    this.ways = ways;
  }

  List<Problem> problems() {
    nodes.stream().filter(node -> !node.runs()).forEach(this::withoutPod);
    nodes.stream().map(TestedNode::name).filter(this::isCutOff).forEach(this::cutOff);
    for (TestedNode from : nodes) {
      network(from.name());
      services(from.name());
      kubelet(from.name());
    }
    return found;
  }

  private void add(String id, String node, Object... args) {
    found.add(Problem.told(id, new HostName(node), "", Optional.empty(), args));
  }

  private void withoutPod(TestedNode node) {
    String words = node.words().isEmpty() ? node.state() : node.words();
    if (node.state().equals("notReady")) {
      add("smoke.notReady", node.name(), node.name(), words);
    } else if (node.state().contains("Image")) {
      add("smoke.image", node.name(), node.name(), words);
    } else {
      add("smoke.noPod", node.name(), node.name(), words);
    }
  }

  /** Nobody's pod reaches its pod, and where it could be tried its pod reaches nobody's. */
  private boolean isCutOff(String node) {
    var to = tried(Kind.POD_TO_POD).filter(way -> way.to().equals(node)).toList();
    return to.size() > 1
        && to.stream().allMatch(way -> way.state() == State.SILENT)
        && tried(Kind.POD_TO_POD)
            .filter(way -> way.from().equals(node))
            .allMatch(way -> way.state() == State.SILENT);
  }

  private Stream<Way> tried(Kind kind) {
    return ways.stream().filter(way -> way.kind() == kind && way.state() != State.NOT_TRIED);
  }

  private void cutOff(String node) {
    cutOff.add(node);
    add("smoke.cutOff", node, node);
  }

  /** Of pods, and of the node itself where its pod does better. */
  private void network(String from) {
    List<String> pods = targets(Kind.POD_TO_POD, from, State.SILENT);
    if (!pods.isEmpty()) {
      add("smoke.silent", from, from, pods);
    }
    List<String> others =
        targets(Kind.NODE_TO_POD, from, State.SILENT).stream()
            .filter(to -> !pods.contains(to))
            .toList();
    if (!others.isEmpty()) {
      add("smoke.nodeSilent", from, from, others);
    }
    List<String> large =
        Stream.concat(
                targets(Kind.POD_TO_POD, from, State.LARGE).stream(),
                targets(Kind.NODE_TO_POD, from, State.LARGE).stream())
            .distinct()
            .toList();
    if (!large.isEmpty()) {
      add("smoke.large", from, from, large);
    }
    inPlaceOfOthers(from);
  }

  private void inPlaceOfOthers(String from) {
    Stream.of(Kind.POD_TO_POD, Kind.NODE_TO_POD)
        .flatMap(kind -> tried(kind).filter(way -> way.from().equals(from)))
        .forEach(way -> {
          if (way.state() == State.SOURCE) {
            add("smoke.source", from, from, way.to(), way.detail());
          } else if (way.state() == State.OTHER) {
            add("smoke.other", from, from, way.to(), way.detail());
          }
        });
  }

  private List<String> targets(Kind kind, String from, State state) {
    return tried(kind)
        .filter(way -> way.from().equals(from) && way.state() == state)
        .map(Way::to)
        .filter(to -> to.equals(from) || !(cutOff.contains(to) || cutOff.contains(from)))
        .toList();
  }

  private void services(String from) {
    if (!cutOff.contains(from)) {
      failed(Kind.POD_TO_SERVICE, from)
          .or(() -> failed(Kind.NODE_TO_SERVICE, from))
          .ifPresent(way -> add("smoke.service", from, from, way.detail()));
      failed(Kind.POD_TO_DNS, from)
          .ifPresent(way ->
              add(
                  way.state() == State.OTHER ? "smoke.dnsOther" : "smoke.dns",
                  from,
                  from,
                  way.detail()));
    }
    failed(Kind.NODE_PORT, from).ifPresent(way -> add("smoke.nodePort", from, from, way.detail()));
  }

  private void kubelet(String node) {
    Optional<Way> logs = failed(Kind.LOGS, node);
    Optional<Way> exec = failed(Kind.EXEC, node);
    if (logs.isPresent()) {
      add("smoke.logs", node, node, logs.get().detail());
    } else {
      exec.ifPresent(way -> add("smoke.exec", node, node, way.detail()));
    }
  }

  private Optional<Way> failed(Kind kind, String from) {
    return ways.stream()
        .filter(way -> way.kind() == kind && way.from().equals(from) && way.failed())
        .findFirst();
  }
}
