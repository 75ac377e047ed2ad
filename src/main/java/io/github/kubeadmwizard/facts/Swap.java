package io.github.kubeadmwizard.facts;

import java.util.List;

/**
 * A swap area, in use or waiting for the next boot.
 *
 * @param device device or file, as /proc/swaps or its configuration names it
 * @param kind what it is
 * @param sizeBytes 0 where it is not in use
 * @param usedBytes 0 where it is not in use
 * @param active whether the kernel swaps to it now
 * @param origins what turns it on at boot; empty: nothing known, so it was turned on by hand
 */
public record Swap(
    String device,
    Kind kind,
    long sizeBytes,
    long usedBytes,
    boolean active,
    List<Origin> origins) {
  public Swap {
    origins = List.copyOf(origins);
  }

  /** What holds the area. */
  public enum Kind {
    /** A partition or logical volume. */
    PARTITION,
    /** A file. */
    FILE,
    /** Compressed memory. */
    ZRAM,
    /** Not known, as it is not in use. */
    UNKNOWN
  }

  /**
   * What turns it on at boot.
   *
   * @param kind which mechanism
   * @param where the line of fstab, the unit's name and file, or the generator's configuration file
   */
  public record Origin(OriginKind kind, String where) {}

  /** Mechanisms that turn swap on at boot. */
  public enum OriginKind {
    /** A line of /etc/fstab. */
    FSTAB,
    /** A systemd .swap unit with a file of its own. */
    UNIT,
    /** systemd-gpt-auto-generator: a partition of type swap on the root disk. */
    GPT_AUTO,
    /** zram-generator, zram-tools or the like. */
    ZRAM_SERVICE,
    /** Another unit or generator. */
    OTHER
  }

  /** A swap partition in use, turned on by fstab. */
  public static Swap fromFstab(String device) {
    var line = new Origin(OriginKind.FSTAB, device + " none swap sw 0 0");
    return new Swap(device, Kind.PARTITION, 1L << 30, 0, true, List.of(line));
  }
}
