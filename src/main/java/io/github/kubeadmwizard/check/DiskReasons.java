package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.Disk;
import io.github.kubeadmwizard.facts.DiskUse;
import io.github.kubeadmwizard.text.Message;
import java.util.Comparator;
import java.util.List;

/** Says what speaks against a disk. */
public final class DiskReasons {
  private DiskReasons() {}

  /** Each reason, the gravest first; that the system is on it says all. */
  public static List<Message> of(Disk disk) {
    var uses = disk.uses().stream().sorted(Comparator.comparing(DiskUse::kind)).toList();
    boolean system = uses.stream().anyMatch(use -> use.kind() == DiskUse.Kind.SYSTEM);
    return uses.stream().limit(system ? 1 : uses.size()).map(DiskReasons::of).toList();
  }

  /** Its size as its maker counts: a kilobyte is 1000 bytes. */
  public static Message size(Disk disk) {
    double gigabytes = disk.sizeBytes() / 1e9;
    return gigabytes < 1000
        ? Message.of("check.disk.gigabytes", Math.round(gigabytes * 10) / 10.0)
        : Message.of("check.disk.terabytes", Math.round(gigabytes / 100) / 10.0);
  }

  /** One of them. */
  static Message of(DiskUse use) {
    String what = use.what();
    return switch (use.kind()) {
      case SYSTEM -> Message.of("check.disk.system", what);
      case MOUNTED -> Message.of("check.disk.mounted", what);
      case SWAP -> Message.of("check.disk.swap", what);
      case HOLDER -> Message.of("check.disk.holder", what);
      case PARTITIONS -> Message.of("check.disk.partitions", what);
      case TABLE -> Message.of("check.disk.table", what);
      case SIGNATURE -> Message.of("check.disk.signature", what);
      case BELOW -> Message.of("check.disk.below", what);
      case PROCESS -> Message.of("check.disk.process", what);
      case BUSY -> Message.of("check.disk.busy", what);
      case DATA -> Message.of("check.disk.data", what);
      case DISAGREE -> Message.of("check.disk.disagree", what);
      case TOOL -> Message.of("check.disk.tool", what);
      case UNREAD -> Message.of("check.disk.unread", what);
      case SMALL -> Message.of("check.disk.small", gibibytes(what));
      case READONLY -> Message.of("check.disk.readonly");
    };
  }

  private static long gibibytes(String bytes) {
    return bytes.matches("[0-9]{1,18}") ? Long.parseLong(bytes) >> 30 : 0;
  }
}
