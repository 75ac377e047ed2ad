package io.github.kubeadmwizard.running;

import io.github.kubeadmwizard.json.JsonTree;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom we let into a cluster.
 *
 * @param grants what they may do, by name
 * @param kept names that were taken away, until when a certificate for them may still be used
 */
public record Access(List<Grant> grants, SortedMap<String, Instant> kept) {
  private static final String LABEL = "kubeadm-wizard/access";

  public Access {
    grants = List.copyOf(grants);
    kept = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(kept));
  }

  /**
   * A role that a person has from us.
   *
   * @param namespace where it holds; empty: in the whole cluster
   * @param groups that stand in the certificate, too
   * @param ends when the last certificate for it does; empty if somebody removed that mark
   */
  public record Grant(
      String person,
      String role,
      Optional<String> namespace,
      List<String> groups,
      Optional<Instant> ends) {
    public Grant {
      groups = List.copyOf(groups);
    }
  }

  /** From the list that {@code access.sh} prints; names that are free again are left out. */
  static Access of(JsonTree list, Instant now) {
    var kept = new TreeMap<String, Instant>();
    list.at("items").items().stream()
        .filter(item -> item.at("kind").text().orElse("").equals("ConfigMap"))
        .map(map -> map.at("data"))
        .forEach(data ->
            data.keys()
                .forEach(name ->
                    instant(data.at(name).text())
                        .filter(now::isBefore)
                        .ifPresent(end -> kept.put(name, end))));
    return new Access(
        list.at("items").items().stream()
            .filter(item -> item.at("kind").text().orElse("").endsWith("Binding"))
            .map(Access::grant)
            .sorted(Comparator.comparing(Grant::person).thenComparing(Grant::role))
            .toList(),
        kept);
  }

  private static Grant grant(JsonTree binding) {
    JsonTree notes = binding.at("metadata", "annotations");
    return new Grant(
        binding.at("metadata", "labels").at(LABEL).text().orElse(""),
        binding.at("roleRef", "name").text().orElse(""),
        binding.at("metadata", "namespace").text(),
        Arrays.stream(notes.at("kubeadm-wizard/groups").text().orElse("").split(","))
            .filter(group -> !group.isBlank())
            .toList(),
        instant(notes.at("kubeadm-wizard/ends").text()));
  }

  private static Optional<Instant> instant(Optional<String> text) {
    try {
      return text.map(Instant::parse);
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
