package io.github.kubeadmwizard.bundle;

import java.util.List;
import java.util.stream.Collectors;

/** What an RPM package depends on. Source: rpm-dependencies(7) and RPM's boolean dependencies. */
sealed interface RpmNeed {

  /**
   * A name that packages provide.
   *
   * @param name of a package, a library, a file
   * @param operator such as {@code >=}; empty: any version
   * @param version compared where there is an operator
   */
  record Named(String name, String operator, RpmVersion version) implements RpmNeed {
    private static final RpmVersion NONE = new RpmVersion(0, "", "");

    static Named any(String name) {
      return new Named(name, "", NONE);
    }

    /** Whether something of this version is meant. */
    boolean accepts(RpmVersion has) {
      int order = has.compareTo(version);
      return switch (operator) {
        case "" -> true;
        case "=" -> order == 0;
        case ">=" -> order >= 0;
        case ">" -> order > 0;
        case "<=" -> order <= 0;
        default -> order < 0;
      };
    }

    @Override
    public String toString() {
      return operator.isEmpty() ? name : name + " " + operator + " " + version;
    }
  }

  /** Every one of them. */
  record All(List<RpmNeed> needs) implements RpmNeed {
    public All {
      needs = List.copyOf(needs);
    }

    @Override
    public String toString() {
      return joined(needs, " and ");
    }
  }

  /** One of them, the first before the others. */
  record Any(List<RpmNeed> needs) implements RpmNeed {
    public Any {
      needs = List.copyOf(needs);
    }

    @Override
    public String toString() {
      return joined(needs, " or ");
    }
  }

  /** The first where a host has the second, which nobody here knows: so the first, if it is had. */
  record Perhaps(RpmNeed need) implements RpmNeed {}

  private static String joined(List<RpmNeed> needs, String word) {
    return needs.stream().map(RpmNeed::toString).collect(Collectors.joining(word, "(", ")"));
  }
}
