package io.github.kubeadmwizard.practice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whom and what a simulated API server lets in. It has a lock of its own. */
final class Grants {
  private static final String LABEL = "kubeadm-wizard/access";

  private final List<Binding> bindings = new ArrayList<>();
  private final SortedMap<String, String> kept = new TreeMap<>();

  private final Map<String, Instant> tokens = new TreeMap<>();

  private record Binding(
      String person, String role, String namespace, List<String> groups, Instant ends) {

    boolean isOf(Binding other) {
      return person.equals(other.person)
          && role.equals(other.role)
          && namespace.equals(other.namespace);
    }

    Map<String, Object> object() {
      var metadata = new TreeMap<String, Object>();
      metadata.put("name", "kubeadm-wizard:" + person + ":" + role);
      metadata.put("labels", Map.of(LABEL, person));
      metadata.put(
          "annotations",
          Map.of(
              "kubeadm-wizard/ends",
              ends.toString(),
              "kubeadm-wizard/groups",
              String.join(",", groups)));
      if (!namespace.isEmpty()) {
        metadata.put("namespace", namespace);
      }
      return Map.of(
          "kind",
          namespace.isEmpty() ? "ClusterRoleBinding" : "RoleBinding",
          "metadata",
          metadata,
          "roleRef",
          Map.of("kind", "ClusterRole", "name", role));
    }
  }

  synchronized void give(
      String person, String role, String namespace, List<String> groups, Instant ends) {
    var made = new Binding(person, role, namespace, groups, ends);
    bindings.removeIf(made::isOf);
    bindings.add(made);
  }

  synchronized boolean has(String person) {
    return bindings.stream().anyMatch(binding -> binding.person().equals(person));
  }

  synchronized void take(String person, Instant now) {
    bindings.stream()
        .filter(binding -> binding.person().equals(person) && binding.ends().isAfter(now))
        .map(binding -> binding.ends().toString())
        .max(String::compareTo)
        .ifPresent(end -> kept.put(person, end));
    bindings.removeIf(binding -> binding.person().equals(person));
  }

  /** Makes a token; what it is named. */
  synchronized String make(Instant ends) {
    int number = 0;
    while (tokens.containsKey("pract" + Integer.toString(number, 36))) {
      number++;
    }
    String name = "pract" + Integer.toString(number, 36);
    tokens.put(name, ends);
    return name;
  }

  synchronized boolean hasToken(List<String> names) {
    return names.stream().anyMatch(tokens::containsKey);
  }

  synchronized void delete(List<String> names) {
    names.forEach(tokens::remove);
  }

  /** The lines of {@code join-tokens.sh}. */
  synchronized List<String> tokens() {
    return tokens.entrySet().stream()
        .map(token ->
            String.join(
                "\u001f",
                token.getKey(),
                token.getValue().toString(),
                "true",
                "true",
                "kubeadm-wizard: join command",
                ""))
        .toList();
  }

  /** As the API server lists them. */
  synchronized List<Object> objects() {
    var objects = new ArrayList<Object>();
    bindings.forEach(binding -> objects.add(binding.object()));
    if (!kept.isEmpty()) {
      objects.add(
          Map.of(
              "kind",
              "ConfigMap",
              "metadata",
              Map.of("name", "kubeadm-wizard-access", "namespace", "kube-system"),
              "data",
              new TreeMap<>(kept)));
    }
    return objects;
  }
}
