package io.github.kubeadmwizard.facts;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The package system.
 *
 * @param tool the command that installs
 * @param installed the packages that matter here, name to version
 * @param held names that an upgrade leaves alone
 * @param broken packages half installed or half configured
 * @param locks who holds the package system now
 * @param sources where packages come from
 */
public record Packages(
    PackageTool tool,
    SortedMap<String, String> installed,
    SortedSet<String> held,
    List<String> broken,
    List<PackageLock> locks,
    List<PackageSource> sources)
    implements FactsPart {
  public Packages {
    installed = Collections.unmodifiableSortedMap(new TreeMap<>(installed));
    held = Collections.unmodifiableSortedSet(new TreeSet<>(held));
    broken = List.copyOf(broken);
    locks = List.copyOf(locks);
    sources = List.copyOf(sources);
  }

  /** The same with other locks. */
  public Packages withLocks(List<PackageLock> locks) {
    return new Packages(tool, installed, held, broken, locks, sources);
  }

  /** The same with other sources. */
  public Packages withSources(List<PackageSource> sources) {
    return new Packages(tool, installed, held, broken, locks, sources);
  }

  /** The same with other packages. */
  public Packages withInstalled(SortedMap<String, String> installed) {
    return new Packages(tool, installed, held, broken, locks, sources);
  }

  /** The same with other held packages. */
  public Packages withHeld(SortedSet<String> held) {
    return new Packages(tool, installed, held, broken, locks, sources);
  }
}
