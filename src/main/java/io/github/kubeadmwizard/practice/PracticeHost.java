package io.github.kubeadmwizard.practice;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A practice machine as it is when nobody has touched it yet.
 *
 * @param name its own name
 * @param address IPv4
 * @param system which recorded system: the file {@code installer-assets/practice/facts-SYSTEM.txt}
 * @param cpus how many
 * @param memoryMib in units of 1024 × 1024
 * @param meeting what it asks for first
 * @param troubles what is wrong with it
 */
public record PracticeHost(
    String name,
    String address,
    String system,
    int cpus,
    int memoryMib,
    Meeting meeting,
    Set<Trouble> troubles) {
  static final String USER = "ops";

  public PracticeHost {
    troubles = Set.copyOf(troubles);
  }

  /** A machine with which nothing is wrong. */
  static PracticeHost fit(String name, String address) {
    return new PracticeHost(name, address, "debian-13", 2, 3915, Meeting.KNOWN, Set.of());
  }

  boolean has(Trouble trouble) {
    return troubles.contains(trouble);
  }

  PracticeHost with(Meeting other) {
    return new PracticeHost(name, address, system, cpus, memoryMib, other, troubles);
  }

  PracticeHost with(Trouble trouble) {
    var more = EnumSet.of(trouble);
    more.addAll(troubles);
    return new PracticeHost(name, address, system, cpus, memoryMib, meeting, more);
  }

  PracticeHost without(Trouble trouble) {
    var fewer = EnumSet.noneOf(Trouble.class);
    fewer.addAll(troubles);
    fewer.remove(trouble);
    return new PracticeHost(name, address, system, cpus, memoryMib, meeting, fewer);
  }

  PracticeHost running(String otherSystem) {
    return new PracticeHost(name, address, otherSystem, cpus, memoryMib, meeting, troubles);
  }

  PracticeHost sized(int otherCpus, int otherMemory) {
    return new PracticeHost(name, address, system, otherCpus, otherMemory, meeting, troubles);
  }

  /** The host as a cluster names it. */
  HostSpec as(Role role) {
    return HostSpec.of(address, HostSpec.DEFAULT_PORT, USER, Set.of(role))
        .withName(Optional.of(name));
  }
}
