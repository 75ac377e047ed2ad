package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.bundle.RpmNeed.Named;
import io.github.kubeadmwizard.engine.Action.PackageWish;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What RPM packages need, out of the lists of repositories: the newest that fits with everything
 * that these depend on, but not what every host of ours has. What a dependency says of a version is
 * not taken for granted there: a host may not have been updated for long.
 */
final class RpmClosure {
  /** Without these no host is one of ours; what they alone can mean, it has as well. */
  private static final List<String> EVERYWHERE =
      List.of("bash", "coreutils", "dnf", "openssh-server", "rpm", "systemd", "util-linux");

  private static final Comparator<RpmPackage> OLDER_FIRST =
      Comparator.comparing(RpmPackage::version);

  private final Map<String, List<RpmPackage>> byName = new HashMap<>();
  private final Map<String, List<RpmPackage>> providers = new HashMap<>();
  private final Set<RpmPackage> base = new LinkedHashSet<>();
  private final Map<String, RpmPackage> chosen = new LinkedHashMap<>();
  private final Deque<RpmPackage> open = new ArrayDeque<>();
  private final TreeSet<String> assumed = new TreeSet<>();
  private final List<PackageWish> unmet = new ArrayList<>();
  private final List<Missing> missing = new ArrayList<>();

  /** A dependency that nobody offers. */
  record Missing(String what, String neededBy) {}

  RpmClosure(Collection<RpmPackage> offered) {
    for (RpmPackage one : offered) {
      byName.computeIfAbsent(one.name(), _ -> new ArrayList<>()).add(one);
      Stream.concat(one.provides().stream().map(Named::name), one.programs().stream())
          .distinct()
          .forEach(name -> providers.merge(name, List.of(one), RpmClosure::both));
    }
    findBase();
  }

  /** A distribution has a million names, nearly each of one package: lists as small as can be. */
  private static List<RpmPackage> both(List<RpmPackage> some, List<RpmPackage> more) {
    List<RpmPackage> all = some.size() == 1 ? new ArrayList<>(some) : some;
    all.addAll(more);
    return all;
  }

  private void findBase() {
    Deque<RpmPackage> toWalk = new ArrayDeque<>();
    EVERYWHERE.forEach(name -> offer(Named.any(name)).ifPresent(toWalk::add));
    while (!toWalk.isEmpty()) {
      RpmPackage one = toWalk.poll();
      if (base.add(one)) {
        for (RpmNeed need : one.needs()) {
          if (need instanceof Named named) {
            onlyOneFor(named).ifPresent(toWalk::add);
          }
        }
      }
    }
  }

  /** Empty where packages of several names could be meant: which one a host has is not known. */
  private Optional<RpmPackage> onlyOneFor(Named named) {
    List<RpmPackage> all = offers(named);
    return all.stream().map(RpmPackage::name).distinct().count() == 1
        ? all.stream().max(OLDER_FIRST)
        : Optional.empty();
  }

  /** Takes these with all that they need. */
  RpmClosure take(List<PackageWish> wishes) {
    for (PackageWish wish : wishes) {
      Optional<RpmPackage> found = newest(wish);
      found.ifPresent(this::choose);
      if (found.isEmpty()) {
        unmet.add(wish);
      }
    }
    while (!open.isEmpty()) {
      RpmPackage one = open.poll();
      for (RpmNeed need : one.needs()) {
        if (!satisfy(need)) {
          missing.add(new Missing(need.toString(), one.label()));
        }
      }
    }
    return this;
  }

  private Optional<RpmPackage> newest(PackageWish wish) {
    return byName.getOrDefault(wish.name(), List.of()).stream()
        .filter(p ->
            wish.version() == null
                || PackageVersion.isMeant(p.version().toString(), wish.version()))
        .max(OLDER_FIRST);
  }

  private void choose(RpmPackage one) {
    if (chosen.putIfAbsent(one.label(), one) == null) {
      open.add(one);
    }
  }

  /** False if nobody offers it. */
  private boolean satisfy(RpmNeed need) {
    return switch (need) {
      case Named named -> satisfyNamed(named);
      case RpmNeed.All(List<RpmNeed> all) -> {
        boolean good = true;
        for (RpmNeed one : all) {
          good &= satisfy(one);
        }
        yield good;
      }
      case RpmNeed.Any(List<RpmNeed> any) ->
          any.stream().anyMatch(this::isMet) || any.stream().anyMatch(this::satisfy);
      case RpmNeed.Perhaps(RpmNeed one) -> {
        satisfy(one);
        yield true;
      }
    };
  }

  private boolean satisfyNamed(Named named) {
    if (isMet(named)) {
      return true;
    }
    Optional<RpmPackage> found = offer(named);
    found.ifPresent(this::choose);
    if (found.isEmpty() && named.name().startsWith("/")) {
      assumed.add(named.name()); // lists name programs and settings, and no other files
      return true;
    }
    return found.isPresent();
  }

  private boolean isMet(RpmNeed need) {
    return switch (need) {
      case Named named ->
          chosen.values().stream().anyMatch(p -> p.isMeant(named))
              || (named.operator().isEmpty() && base.stream().anyMatch(p -> p.isMeant(named)));
      case RpmNeed.All(List<RpmNeed> all) -> all.stream().allMatch(this::isMet);
      case RpmNeed.Any(List<RpmNeed> any) -> any.stream().anyMatch(this::isMet);
      case RpmNeed.Perhaps _ -> false;
    };
  }

  private List<RpmPackage> offers(Named named) {
    return providers.getOrDefault(named.name(), List.of()).stream()
        .filter(p -> p.isMeant(named))
        .toList();
  }

  /** The one of that name before those that stand for it, of these the shortest name. */
  private Optional<RpmPackage> offer(Named named) {
    return offers(named).stream()
        .min(
            Comparator.comparing((RpmPackage p) -> !p.name().equals(named.name()))
                .thenComparingInt(p -> p.name().length())
                .thenComparing(RpmPackage::name)
                .thenComparing(OLDER_FIRST.reversed()));
  }

  /** What was taken. */
  Collection<RpmPackage> packages() {
    return chosen.values();
  }

  /** What was asked for and is nowhere. */
  List<PackageWish> unmet() {
    return List.copyOf(unmet);
  }

  /** What these depend on and nobody offers. */
  List<Missing> missing() {
    return List.copyOf(missing);
  }

  /** Files that no list names; a host is expected to have them. */
  List<String> assumed() {
    return List.copyOf(assumed);
  }
}
