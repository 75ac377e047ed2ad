package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.addons.RookCeph;
import io.github.kubeadmwizard.cluster.AddonSpec.Rook;
import io.github.kubeadmwizard.facts.Disk;
import io.github.kubeadmwizard.facts.Disks;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Nobody's data is lost to Ceph: a disk that it may take is proven blank, here and once more right
 * before. What cannot be proven counts as used. Source: Rook, Prerequisites.
 */
final class DisksAreBlank implements HostCheck {
  @Override
  public String id() {
    return "StorageDisks";
  }

  @Override
  public Group group() {
    return Group.MACHINE;
  }

  /** What follows would destroy. */
  @Override
  public boolean soft() {
    return false;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    return at.spec().addons().find(Rook.class).flatMap(wish -> look(wish, at));
  }

  private static Optional<Verdict> look(Rook wish, HostContext at) {
    var paths = wish.of(at.host().label());
    var found = at.facts().storage().disks();
    if (found.isEmpty()) {
      return paths.isEmpty()
          ? Optional.empty()
          : Optional.of(
              Verdict.blocks(
                  Message.of("check.short.notRead"), Message.of("check.read.disksUnasked")));
    }
    var wrong = new ArrayList<>(paths.stream().flatMap(p -> against(p, found.get())).toList());
    twice(paths, found.get()).ifPresent(wrong::add);
    if (!found.get().leftover().isEmpty()) {
      wrong.add(Message.of("check.disks.leftover", RookCeph.DATA, found.get().leftover()));
    }
    if (!wrong.isEmpty()) {
      var read = Message.of("check.read.disks", wrong);
      return Optional.of(Verdict.blocks(Message.of("check.short.notBlank"), read));
    }
    return paths.isEmpty() ? Optional.empty() : Optional.of(good(paths, found.get()));
  }

  private static Stream<Message> against(String path, Disks found) {
    Optional<Disk> disk = found.at(path);
    if (disk.isEmpty()) {
      return Stream.of(Message.of("check.disks.absent", path));
    }
    return disk.stream()
        .filter(one -> one.state() == Disk.State.USED)
        .map(one -> Message.of("check.disks.used", path, DiskReasons.of(one)));
  }

  private static Optional<Message> twice(List<String> paths, Disks found) {
    return found.all().stream()
        .map(disk -> paths.stream().filter(disk::is).toList())
        .filter(names -> names.size() > 1)
        .findFirst()
        .map(names -> Message.of("check.disks.twice", names));
  }

  private static Verdict good(List<String> paths, Disks found) {
    var shaky = paths.stream().filter(DisksAreBlank::isUnstable).toList();
    var shortly = Message.of("check.short.blank");
    if (!shaky.isEmpty()) {
      return Verdict.warning(shortly, Message.of("check.disks.unstable", shaky));
    }
    boolean fresh =
        paths.stream()
            .flatMap(path -> found.at(path).stream())
            .allMatch(disk -> disk.state() == Disk.State.BLANK);
    return Verdict.passed(
        shortly, Message.of(fresh ? "check.read.disksBlank" : "check.read.disksOurs", paths));
  }

  /** By the kernel's name, which goes by the order in which disks answer. */
  private static boolean isUnstable(String path) {
    return !path.startsWith("/dev/disk/by-");
  }
}
