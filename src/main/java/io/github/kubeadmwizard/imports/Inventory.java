package io.github.kubeadmwizard.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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

  private final Map<String, Member> hosts = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Integer> depths = new HashMap<>();

  /** A host and where it first stands. */
  record Member(String name, int line, String text, Map<String, String> own) {}

  private record Group(Set<String> hosts, Set<String> children, Map<String, String> variables) {
    Group() {
      this(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashMap<>());
    }
  }

  void host(String group, String name, int line, String text, Map<String, String> variables) {
    hosts
        .computeIfAbsent(name, n -> new Member(n, line, text, new LinkedHashMap<>()))
        .own()
        .putAll(variables);
    group(group).hosts().add(name);
  }

  void child(String group, String child) {
    depths.clear();
    group(group).children().add(child);
    group(child);
  }

  void variable(String group, String name, String value) {
    group(group).variables().put(name, value);
  }

  /** Makes the group where it is not there. */
  private Group group(String name) {
    return groups.computeIfAbsent(name, n -> new Group());
  }

  List<Member> hosts() {
    return List.copyOf(hosts.values());
  }

  /** The groups that the host is in, by itself or through others; the nearer to it, the later. */
  List<String> groupsOf(String host) {
    var found = new HashSet<String>();
    for (var group : groups.entrySet()) {
      if (group.getValue().hosts().contains(host)) {
        climb(group.getKey(), found);
      }
    }
    found.remove(ALL);
    var sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.<String>comparingInt(g -> depth(g, new HashSet<>()))
            .thenComparing(Comparator.naturalOrder()));
    return sorted;
  }

  private void climb(String group, Set<String> found) {
    if (found.add(group)) {
      parents(group).forEach(parent -> climb(parent, found));
    }
  }

  private Set<String> parents(String group) {
    var parents = new TreeSet<String>();
    groups.forEach((name, candidate) -> {
      if (candidate.children().contains(group)) {
        parents.add(name);
      }
    });
    return parents;
  }

  /** How far below {@code all}, the longest way; groups may hold each other in a circle. */
  private int depth(String group, Set<String> onTheWay) {
    var known = depths.get(group);
    if (known != null) {
      return known;
    }
    if (!onTheWay.add(group)) {
      return 0;
    }
    int depth = 1 + parents(group).stream().mapToInt(p -> depth(p, onTheWay)).max().orElse(0);
    onTheWay.remove(group);
    depths.put(group, depth);
    return depth;
  }

  /** What holds for the host in the end. */
  Map<String, String> variables(Member host) {
    var all = new LinkedHashMap<>(group(ALL).variables());
    groupsOf(host.name()).forEach(group -> all.putAll(group(group).variables()));
    all.putAll(host.own());
    return all;
  }
}
