package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.cluster.Role;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which people call the parts that a host plays. */
final class RoleWords {
  private static final Set<String> CONTROL_PLANE =
      Set.of(
          "controlplane",
          "controlplanes",
          "master",
          "masters",
          "控制平面",
          "控制面",
          "控制节点",
          "管理节点",
          "主节点",
          "控制平面节点");

  private static final Set<String> WORKER =
      Set.of("worker", "workers", "工作节点", "计算节点", "从节点", "工作");

  private static final Pattern BETWEEN = Pattern.compile("[,+/|;&\\s]+");

  private RoleWords() {}

  /** One role. */
  static Optional<Role> one(String text) {
    var word = text.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    if (CONTROL_PLANE.contains(word)) {
      return Optional.of(Role.CONTROL_PLANE);
    }
    return WORKER.contains(word) ? Optional.of(Role.WORKER) : Optional.empty();
  }

  /** One role or both, such as {@code control-plane, worker}; empty where a word is none. */
  static Optional<Set<Role>> several(String text) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : BETWEEN.split(text.strip(), -1)) {
      var role = one(word);
      if (role.isEmpty() && !word.isEmpty()) {
        return Optional.empty();
      }
      role.ifPresent(roles::add);
    }
    return Optional.of(roles).filter(some -> !some.isEmpty());
  }
}
