package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.running.ClusterStatus;
import io.github.kubeadmwizard.running.ClusterStatus.Certificate;
import io.github.kubeadmwizard.running.ClusterStatus.Node;
import io.github.kubeadmwizard.running.ClusterStatus.Pod;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a cluster stands, as tables for people and as a tree for programs. */
final class StatusText {
  private final Words words;
  private final Instant now;
  private final ZoneId zone;

  StatusText(Words words, Instant now, ZoneId zone) {
    this.words = words;
    this.now = now;
    this.zone = zone;
  }

  List<String> lines(ClusterStatus status) {
    var lines = new ArrayList<String>();
    lines.addAll(nodes(status.nodes()));
    status.nodes().stream()
        .filter(node -> !node.ready())
        .forEach(node ->
            lines.add(
                "  " + words.say(Message.of("cli.status.notReady", node.name(), node.reason()))));
    lines.add("");
    lines.addAll(pods(status.pods()));
    lines.add("");
    lines.addAll(certificates(status.certificates()));
    return lines;
  }

  private List<String> nodes(List<Node> nodes) {
    var table = new Table(words("node", "state", "roles", "version", "runtime", "address"));
    for (Node node : nodes) {
      table.row(
          node.name(),
          node.ready() ? "Ready" : "NotReady",
          node.roles().isEmpty() ? "-" : node.roles(),
          node.version(),
          node.runtime(),
          node.address());
    }
    return table.lines();
  }

  private List<String> pods(List<Pod> pods) {
    var table = new Table(words("pod", "namespace", "ready", "state", "restarts", "node"));
    for (Pod pod : pods) {
      table.row(
          pod.name(),
          pod.namespace(),
          pod.ready(),
          pod.state(),
          String.valueOf(pod.restarts()),
          pod.node());
    }
    return table.lines();
  }

  private List<String> certificates(List<Certificate> certificates) {
    var table = new Table(words("certificate", "expires", "days"));
    for (Certificate certificate : certificates) {
      table.row(
          certificate.name(),
          certificate
              .expires()
              .map(end -> LocalDate.ofInstant(end, zone).toString())
              .orElseGet(() -> words.say(Message.of("cli.status.missing"))),
          certificate.daysLeft(now).map(String::valueOf).orElse("-"));
    }
    return table.lines();
  }

  private List<String> words(String... columns) {
    return Arrays.stream(columns).map(this::head).toList();
  }

  private String head(String column) {
    return words.say(
        switch (column) {
          case "node" -> Message.of("cli.status.node");
          case "state" -> Message.of("cli.status.state");
          case "roles" -> Message.of("cli.status.roles");
          case "version" -> Message.of("cli.status.version");
          case "runtime" -> Message.of("cli.status.runtime");
          case "address" -> Message.of("cli.status.address");
          case "pod" -> Message.of("cli.status.pod");
          case "namespace" -> Message.of("cli.status.namespace");
          case "ready" -> Message.of("cli.status.ready");
          case "restarts" -> Message.of("cli.status.restarts");
          case "certificate" -> Message.of("cli.status.certificate");
          case "expires" -> Message.of("cli.status.expires");
          default -> Message.of("cli.status.days");
        });
  }

  /** The same for programs; names are part of the interface. */
  Map<String, Object> tree(ClusterStatus status) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("ready", status.isReady());
    tree.put("nodes", status.nodes().stream().map(StatusText::tree).toList());
    tree.put("pods", status.pods().stream().map(StatusText::tree).toList());
    tree.put("certificates", status.certificates().stream().map(this::tree).toList());
    return tree;
  }

  private static Map<String, Object> tree(Node node) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("name", node.name());
    tree.put("ready", node.ready());
    tree.put("reason", node.reason());
    tree.put("roles", node.roles());
    tree.put("version", node.version());
    tree.put("runtime", node.runtime());
    tree.put("address", node.address());
    return tree;
  }

  private static Map<String, Object> tree(Pod pod) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("namespace", pod.namespace());
    tree.put("name", pod.name());
    tree.put("ready", pod.isWell());
    tree.put("state", pod.state());
    tree.put("restarts", pod.restarts());
    tree.put("node", pod.node());
    return tree;
  }

  private Map<String, Object> tree(Certificate certificate) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("name", certificate.name());
    tree.put("authority", certificate.authority());
    certificate.expires().ifPresent(end -> tree.put("expires", end.toString()));
    certificate.daysLeft(now).ifPresent(days -> tree.put("days", days));
    return tree;
  }
}
