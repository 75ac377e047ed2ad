package io.github.kubeadmwizard.facts;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The computer as a whole.
 *
 * @param cpus processors online; empty where unknown
 * @param memory RAM
 * @param hardware {@code uname -m}, such as x86_64
 * @param machineId content of /etc/machine-id
 * @param productUuid content of /sys/class/dmi/id/product_uuid, lower case; virtual machines cloned
 *     from one image may share it
 * @param virtualization as systemd-detect-virt names it (kvm, lxc, docker …); {@code none} on bare
 *     metal, empty where unknown
 * @param container whether this is a container rather than a machine with its own kernel
 * @param hostname the machine's names
 */
public record Machine(
    OptionalInt cpus,
    Optional<Memory> memory,
    Optional<String> hardware,
    Optional<String> machineId,
    Optional<String> productUuid,
    Optional<String> virtualization,
    boolean container,
    Hostname hostname)
    implements FactsPart {

  /** The architecture as images and packages call it: amd64, arm64, or what uname said. */
  public Optional<String> architecture() {
    return hardware.map(name ->
        switch (name) {
          case "x86_64" -> "amd64";
          case "aarch64" -> "arm64";
          default -> name;
        });
  }

  /** The same with another number of processors. */
  public Machine withCpus(OptionalInt cpus) {
    return new Machine(
        cpus, memory, hardware, machineId, productUuid, virtualization, container, hostname);
  }

  /** The same with other memory. */
  public Machine withMemory(Optional<Memory> memory) {
    return new Machine(
        cpus, memory, hardware, machineId, productUuid, virtualization, container, hostname);
  }

  /** The same with other names. */
  public Machine withHostname(Hostname hostname) {
    return new Machine(
        cpus, memory, hardware, machineId, productUuid, virtualization, container, hostname);
  }
}
