package io.github.kubeadmwizard.facts;

import java.util.Arrays;
import java.util.Locale;

/**
 * Something that speaks against a disk.
 *
 * @param what names of parts, tools, places or processes; may be empty
 */
public record DiskUse(Kind kind, String what) {

  /** As {@code disks.sh} calls them. */
  public enum Kind {
    /** The system itself is on it. */
    SYSTEM,
    MOUNTED,
    SWAP,
    /** LVM, MD, multipath or another device-mapper device stands on it. */
    HOLDER,
    PARTITIONS,
    /** A partition table, even an empty one. */
    TABLE,
    /** A file system or another mark of an owner. */
    SIGNATURE,
    /** Other devices stand on it. */
    BELOW,
    /** A running process has it open. */
    PROCESS,
    /** The kernel gives it to nobody alone. */
    BUSY,
    /** Bytes that are not zero, at this place, which no tool knows. */
    DATA,
    /** Only these of the tools see something. */
    DISAGREE,
    /** This tool is not there. */
    TOOL,
    /** It could not be read. */
    UNREAD,
    /** Smaller than this many bytes. */
    SMALL,
    READONLY;

    /** What is not known could not be read. */
    static Kind of(String code) {
      String name = code.toUpperCase(Locale.ROOT);
      return Arrays.stream(values())
          .filter(kind -> kind.name().equals(name))
          .findFirst()
          .orElse(UNREAD);
    }
  }
}
