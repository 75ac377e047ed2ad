package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.practice.PracticeMachines.Member;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the script that asks a control plane which pod network its cluster runs. */
final class NetworkAnswers {
  private static final String US = "\u001f";
  private static final String TOLD = "2026-01-01T00:00:00Z";
  private static final String MADE = "2026-01-01T00:01:00Z";
  private static final String TYPE = "flannel.alpha.coreos.com/backend-type";

  private final PracticeMachines machines;

  NetworkAnswers(PracticeMachines machines) {
    this.machines = machines;
  }

  List<String> lines(String cluster, Optional<LaidNetwork> network) {
    List<Member> members = machines.members(cluster);
    var objects = new ArrayList<Object>();
    members.forEach(member -> objects.add(node(member, machines.switching(cluster))));
    objects.add(daemonSet("kube-system", "kube-proxy"));
    var applied =
        machines.network(cluster).stream()
            .flatMap(text -> PlainTree.readAll(text).stream())
            .filter(NetworkAnswers::isDaemonSet)
            .toList();
    objects.addAll(applied);
    if (applied.isEmpty()) { // what nothing was applied for, or an operator made
      network.ifPresent(laid -> objects.add(daemonSet(laid.namespace(), laid.pods())));
    }
    var lines = new ArrayList<String>();
    lines.addAll(document("objects", objects));
    lines.addAll(document("kubeadm", List.of()));
    lines.addAll(document("flannel", settings(cluster)));
    lines.add(US + "pods");
    members.forEach(member ->
        network.ifPresent(laid ->
            lines.add(
                laid.namespace() + "|" + member.name() + "|true|Running|" + MADE + "|flannel")));
    for (int i = 0; i < 2; i++) {
      lines.add("kube-system|" + members.getLast().name() + "||Running|" + MADE + "|");
    }
    lines.add(US + "end 0");
    return lines;
  }

  private static List<String> document(String name, List<Object> items) {
    return List.of(US + name, Json.line(Map.of("kind", "List", "items", items)), US + "end 0");
  }

  private static Map<String, Object> node(Member member, Optional<String> mark) {
    var annotations = new LinkedHashMap<String, Object>();
    mark.ifPresent(text -> annotations.put("kubeadm-wizard/network-switch", text));
    member.backend().ifPresent(backend -> annotations.put(TYPE, backend));
    return Map.of(
        "kind",
        "Node",
        "metadata",
        Map.of("name", member.name(), "annotations", annotations),
        "spec",
        Map.of("podCIDR", "10.244.0.0/24"));
  }

  private static boolean isDaemonSet(Map<String, Object> object) {
    return "DaemonSet".equals(object.get("kind"));
  }

  private static Map<String, Object> daemonSet(String namespace, String name) {
    return Map.of("kind", "DaemonSet", "metadata", Map.of("namespace", namespace, "name", name));
  }

  /** The ConfigMaps of what was applied last. */
  private List<Object> settings(String cluster) {
    return machines.flannel(cluster).stream()
        .flatMap(text -> PlainTree.readAll(text).stream())
        .filter(object -> "ConfigMap".equals(object.get("kind")))
        .map(NetworkAnswers::dated)
        .toList();
  }

  private static Object dated(Map<String, Object> object) {
    var dated = new LinkedHashMap<>(object);
    var metadata = new LinkedHashMap<Object, Object>();
    if (object.get("metadata") instanceof Map<?, ?> has) {
      metadata.putAll(has);
    }
    metadata.put("creationTimestamp", TOLD);
    dated.put("metadata", metadata);
    return dated;
  }
}
