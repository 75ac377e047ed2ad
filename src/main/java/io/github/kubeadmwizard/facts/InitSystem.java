package io.github.kubeadmwizard.facts;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Process 1.
 *
 * @param name its command, such as systemd or init
 * @param systemdVersion such as 257; empty where systemd does not run
 * @param state systemd's own word: running, degraded, starting, maintenance …
 * @param failedUnits units in state failed
 * @param services units that matter here and exist, by full name
 */
public record InitSystem(
    Optional<String> name,
    OptionalInt systemdVersion,
    Optional<String> state,
    List<String> failedUnits,
    SortedMap<String, Service> services)
    implements FactsPart {
  public InitSystem {
    failedUnits = List.copyOf(failedUnits);
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
  }

  /** Whether systemd is in charge. */
  public boolean isSystemd() {
    return name.filter("systemd"::equals).isPresent() || systemdVersion.isPresent();
  }

  /** A unit by its full name, such as nm-cloud-setup.service; absent where systemd has no file. */
  public Service service(String unit) {
    return services.getOrDefault(unit, Service.absent(unit));
  }
}
