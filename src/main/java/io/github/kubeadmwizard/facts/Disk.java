package io.github.kubeadmwizard.facts;

import java.util.List;

/**
 * A whole disk, and what speaks against giving it away.
 *
 * @param name the kernel's, such as sdb; another disk may have it after the next start
 * @param path below /dev/disk/by-id where the disk has one, else by-path, else the kernel's name
 * @param aliases every path of it that is more than the kernel's name
 * @param stable whether the path is the same disk after the next start
 * @param sizeBytes its size
 * @param model as its maker writes it; may be empty
 * @param rotational whether it is a spinning disk
 * @param removable whether the medium can be taken out
 * @param state whether it may be given away
 * @param uses why not; never empty where the disk is used
 */
public record Disk(
    String name,
    String path,
    List<String> aliases,
    boolean stable,
    long sizeBytes,
    String model,
    boolean rotational,
    boolean removable,
    State state,
    List<DiskUse> uses) {
  public Disk {
    aliases = List.copyOf(aliases);
    uses = List.copyOf(uses);
    if (state == State.BLANK && !uses.isEmpty()) {
      throw new IllegalArgumentException("blank, and used: " + name);
    }
  }

  /** Whether it goes by this path. */
  public boolean is(String other) {
    return path.equals(other) || aliases.contains(other) || ("/dev/" + name).equals(other);
  }

  /** Whether it may be given away. */
  public enum State {
    /** All tools agree that nothing is on it, and nothing uses it. */
    BLANK,
    /** Something is on it, or it could not be proven that nothing is. */
    USED,
    /** Ceph of this very cluster has it since an earlier run. */
    OURS
  }
}
