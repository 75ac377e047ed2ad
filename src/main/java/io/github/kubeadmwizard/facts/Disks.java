package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;

/**
 * The whole disks of a host, each looked at by {@code disks.sh}; asked for only where storage is
 * wanted.
 *
 * @param all in the kernel's order
 * @param leftover what an earlier Ceph left in its directory on the host; empty where nothing is
 */
public record Disks(List<Disk> all, String leftover) {
  public Disks {
    all = List.copyOf(all);
  }

  /** The disk that goes by this path. */
  public Optional<Disk> at(String path) {
    return all.stream().filter(disk -> disk.is(path)).findFirst();
  }
}
