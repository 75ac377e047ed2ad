package io.github.kubeadmwizard.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an SSH client's configuration says, in the order in which OpenSSH reads it. */
final class SshConfig {
  private final List<Alias> aliases = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();

  /**
   * A name on a {@code Host} line.
   *
   * @param block tells the names of one line from those of another
   */
  record Alias(String name, int line, int block) {}

  private record Value(String keyword, List<String> args, List<HostPatterns> when) {
    boolean holdsFor(String alias) {
      return when.stream().allMatch(patterns -> patterns.match(alias));
    }
  }

  void alias(Alias alias, List<HostPatterns> when) {
    boolean known = aliases.stream().anyMatch(a -> a.name().equals(alias.name()));
    if (!known && when.stream().allMatch(patterns -> patterns.match(alias.name()))) {
      aliases.add(alias);
    }
  }

  /** Every name that can be given to ssh, in the order of the text. */
  List<Alias> aliases() {
    return List.copyOf(aliases);
  }

  /**
   * @param when all of these have to match
   */
  void value(String keyword, List<String> args, List<HostPatterns> when) {
    values.add(new Value(keyword, List.copyOf(args), List.copyOf(when)));
  }

  /** The first value that holds for this name: a later one never overrides it. */
  Optional<String> first(String keyword, String alias) {
    return values.stream()
        .filter(value -> value.keyword().equals(keyword) && value.holdsFor(alias))
        .filter(value -> !value.args().isEmpty())
        .map(value -> value.args().getFirst())
        .findFirst();
  }
}
