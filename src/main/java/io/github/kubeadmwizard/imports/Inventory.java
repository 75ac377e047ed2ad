package io.github.kubeadmwizard.imports;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * An Ansible inventory: hosts, groups of hosts and of groups, and variables. Source of what
 * overrides what: Ansible, "How variables are merged".
 */
final class Inventory {
  static final String ALL = "all";

  /** Groups in groups; nobody has more, and a text could have any number. */
  private static final int DEEPEST = 100;

  private final Map<String, Member> hosts = new LinkedHashMap<>();
  private final Map<String, Set<String>> groupsOfHost = new HashMap<>();
  private final Map<String, Set<String>> parents = new HashMap<>();
  private final Map<String, Map<String, String>> variables = new HashMap<>();

  /** A host and where it first stands. */
  record Member(String name, int line, String text, Map<String, String> own) {}

  void host(String group, String name, int line, String text, Map<String, String> own) {
    hosts
        .computeIfAbsent(name, n -> new Member(n, line, text, new LinkedHashMap<>()))
        .own()
        .putAll(own);
    groupsOfHost.computeIfAbsent(name, n -> new TreeSet<>()).add(group);
  }

  /** Every group is in {@code all} anyway, so that this says nothing of how far it is below. */
  void child(String group, String child) {
    if (!group.equals(ALL)) {
      parents.computeIfAbsent(child, n -> new TreeSet<>()).add(group);
    }
  }

  void variable(String group, String name, String value) {
    variables.computeIfAbsent(group, n -> new LinkedHashMap<>()).put(name, value);
  }

  List<Member> hosts() {
    return List.copyOf(hosts.values());
  }

  /**
   * The groups that the host is in, by itself or through others, as their variables override each
   * other: the deeper the later, and of equally deep ones by the alphabet.
   */
  List<String> groupsOf(String host) {
    var found = new LinkedHashSet<>(groupsOfHost.getOrDefault(host, Set.of()));
    var ahead = new ArrayDeque<>(found);
    while (!ahead.isEmpty()) {
      for (String parent : parentsOf(ahead.remove())) {
        if (found.add(parent)) {
          ahead.add(parent);
        }
      }
    }
    found.remove(ALL);
    var depths = new HashMap<String, Integer>();
    found.forEach(group -> depths.put(group, depth(group)));
    return found.stream()
        .sorted(Comparator.<String>comparingInt(depths::get).thenComparing(group -> group))
        .toList();
  }

  private Set<String> parentsOf(String group) {
    return parents.getOrDefault(group, Set.of());
  }

  /** How far below {@code all}, on the longest way; groups that hold each other are far below. */
  private int depth(String group) {
    Set<String> above = parentsOf(group);
    int depth = 0;
    while (!above.isEmpty() && depth < DEEPEST) {
      var next = new TreeSet<String>();
      above.forEach(parent -> next.addAll(parentsOf(parent)));
      above = next;
      depth++;
    }
    return depth;
  }

  /** What holds for the host in the end. */
  Map<String, String> variables(Member host) {
    var all = new LinkedHashMap<>(variables.getOrDefault(ALL, Map.of()));
    groupsOf(host.name()).forEach(group -> all.putAll(variables.getOrDefault(group, Map.of())));
    all.putAll(host.own());
    return all;
  }
}
