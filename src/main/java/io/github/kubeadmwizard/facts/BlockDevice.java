package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;

/**
 * A disk or partition, from /sys/class/block and udev's database.
 *
 * @param name such as sda or nvme0n1p2
 * @param sizeBytes its size
 * @param parent the disk that a partition belongs to
 * @param readOnly whether it refuses writes
 * @param removable whether the medium can be taken out
 * @param rotational whether it is a spinning disk
 * @param content file system, LVM2_member, swap …; empty where udev saw none or does not say
 * @param mountPoints where it is mounted
 */
public record BlockDevice(
    String name,
    long sizeBytes,
    Optional<String> parent,
    boolean readOnly,
    boolean removable,
    boolean rotational,
    Optional<String> content,
    List<String> mountPoints) {
  public BlockDevice {
    mountPoints = List.copyOf(mountPoints);
  }
}
