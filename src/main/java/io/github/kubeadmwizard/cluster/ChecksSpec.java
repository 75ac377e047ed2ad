package io.github.kubeadmwizard.cluster;

import java.util.ArrayList;
import java.util.List;

/**
 * Which checks the user passes over.
 *
 * @param override identifiers such as {@code NumCPU}; never "all"
 */
public record ChecksSpec(List<String> override) implements ClusterPart {

  /** None. */
  public static final ChecksSpec DEFAULT = new ChecksSpec(List.of());

  public ChecksSpec {
    override = List.copyOf(override);
  }

  /** Whether this check is overridden; identifiers compare without case, as kubeadm's do. */
  public boolean overrides(String id) {
    return override.stream().anyMatch(o -> o.equalsIgnoreCase(id));
  }

  /** The same, with this check passed over or not. */
  public ChecksSpec with(String id, boolean passOver) {
    var names = new ArrayList<>(override);
    names.removeIf(name -> name.equalsIgnoreCase(id));
    if (passOver) {
      names.add(id);
    }
    return new ChecksSpec(names);
  }
}
