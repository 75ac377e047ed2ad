package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Process 1.
 *
 * @param name its command, such as systemd or init
 * @param systemdVersion such as 257; empty where systemd does not run
 * @param state systemd's own word: running, degraded, starting, maintenance …
 * @param failedUnits units in state failed
 */
public record InitSystem(
    Optional<String> name,
    OptionalInt systemdVersion,
    Optional<String> state,
    List<String> failedUnits) implements FactsPart {
  public InitSystem {
    failedUnits = List.copyOf(failedUnits);
  }

  /** Whether systemd is in charge. */
  public boolean isSystemd() {
    return name.filter("systemd"::equals).isPresent() || systemdVersion.isPresent();
  }
}
