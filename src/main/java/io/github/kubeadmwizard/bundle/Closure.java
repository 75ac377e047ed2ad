package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.bundle.DebianPackage.Relation;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What packages need, out of the indexes of repositories: the newest that fits, and everything that
 * these depend on, but not what every system of the distribution has. It asks for no more than apt
 * will: of alternatives the first that is there, nothing that is only recommended.
 */
final class Closure {
  private static final Comparator<DebianPackage> OLDER_FIRST =
      Comparator.comparing(DebianPackage::version);

  private final Map<String, List<DebianPackage>> byName = new HashMap<>();
  private final Map<String, List<DebianPackage>> providers = new HashMap<>();
  private final Map<String, DebianPackage> chosen = new LinkedHashMap<>();
  private final TreeSet<String> absent = new TreeSet<>();
  private final List<PackageWish> unmet = new ArrayList<>();

  Closure(Collection<DebianPackage> offered) {
    for (DebianPackage one : offered) {
      byName.computeIfAbsent(one.name(), _ -> new ArrayList<>()).add(one);
      one.provides()
          .forEach(name -> providers.computeIfAbsent(name, _ -> new ArrayList<>()).add(one));
    }
  }

  /** Takes these with all that they need. */
  Closure take(List<PackageWish> wishes) {
    Deque<DebianPackage> open = new ArrayDeque<>();
    for (PackageWish wish : wishes) {
      Optional<DebianPackage> found = newest(wish);
      found.ifPresent(one -> choose(one, open));
      if (found.isEmpty()) {
        unmet.add(wish);
      }
    }
    while (!open.isEmpty()) {
      for (List<Relation> need : open.poll().dependencies()) {
        satisfy(need, open);
      }
    }
    return this;
  }

  private Optional<DebianPackage> newest(PackageWish wish) {
    return byName.getOrDefault(wish.name(), List.of()).stream()
        .filter(p ->
            wish.version() == null || PackageVersion.isMeant(p.version().text(), wish.version()))
        .max(OLDER_FIRST);
  }

  private void choose(DebianPackage one, Deque<DebianPackage> open) {
    if (chosen.putIfAbsent(one.name(), one) == null) {
      open.add(one);
    }
  }

  private void satisfy(List<Relation> need, Deque<DebianPackage> open) {
    if (need.stream().anyMatch(this::isMet)) {
      return;
    }
    Optional<DebianPackage> found =
        need.stream().flatMap(relation -> offer(relation).stream()).findFirst();
    found.ifPresent(one -> choose(one, open));
    if (found.isEmpty()) {
      absent.add(need.getFirst().name());
    }
  }

  /** By what was chosen, or by what every system has. */
  private boolean isMet(Relation relation) {
    DebianPackage has = chosen.get(relation.name());
    if (has != null && relation.accepts(has.version())) {
      return true;
    }
    boolean provided =
        relation.operator().isEmpty()
            && chosen.values().stream().anyMatch(p -> p.provides().contains(relation.name()));
    return provided || all(relation).stream().anyMatch(DebianPackage::base);
  }

  private List<DebianPackage> all(Relation relation) {
    var all = new ArrayList<>(byName.getOrDefault(relation.name(), List.of()));
    all.addAll(providers.getOrDefault(relation.name(), List.of()));
    return all;
  }

  private Optional<DebianPackage> offer(Relation relation) {
    return byName.getOrDefault(relation.name(), List.of()).stream()
        .filter(p -> relation.accepts(p.version()))
        .max(OLDER_FIRST)
        .or(() ->
            providers.getOrDefault(relation.name(), List.of()).stream()
                .filter(p -> byName.getOrDefault(p.name(), List.of()).contains(p))
                .max(OLDER_FIRST));
  }

  /** What was taken. */
  Collection<DebianPackage> packages() {
    return chosen.values();
  }

  /** What was asked for and is nowhere. */
  List<PackageWish> unmet() {
    return List.copyOf(unmet);
  }

  /** Dependencies that no repository has; a host is expected to have them. */
  List<String> absent() {
    return List.copyOf(absent);
  }
}
