package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.Space;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Images, containers, logs and etcd fill the file system that holds this path. */
record RoomOnDisk(String path, int warnGb, int blockGb, boolean controlPlanesOnly)
    implements HostCheck {
  private static final long GB = 1_000_000_000L;

  /** /var holds nearly everything: a warning under 20 GB, nothing goes under 5. */
  static RoomOnDisk var() {
    return new RoomOnDisk("/var", 20, 5, false);
  }

  /** Packages: kubelet, kubeadm, containerd and CNI plugins take about 600 MB. */
  static RoomOnDisk usr() {
    return new RoomOnDisk("/usr", 2, 1, false);
  }

  /** Where containers' layers lie, if that is a file system of its own. */
  static RoomOnDisk containerd() {
    return new RoomOnDisk("/var/lib/containerd", 20, 5, false);
  }

  /** Where the kubelet keeps pods' volumes. */
  static RoomOnDisk kubelet() {
    return new RoomOnDisk("/var/lib/kubelet", 5, 1, false);
  }

  /** etcd's database: 2 GB by default, with its log and a defragmentation beside it. */
  static RoomOnDisk etcd() {
    return new RoomOnDisk("/var/lib/etcd", 8, 2, true);
  }

  @Override
  public String id() {
    return "DiskSpace-" + path.replace('/', '-');
  }

  @Override
  public String words() {
    return "DiskSpace";
  }

  @Override
  public Message title() {
    return Message.of("check.title.DiskSpace", path);
  }

  @Override
  public Group group() {
    return Group.MACHINE;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    if (controlPlanesOnly && !at.isControlPlane()) {
      return Optional.empty();
    }
    return at.facts().storage().at(path).filter(space -> isOwn(space, at)).map(this::judge);
  }

  /** A path on the same file system as /var is counted there already. */
  private boolean isOwn(Space space, HostContext at) {
    return path.equals("/var")
        || at.facts()
            .storage()
            .at("/var")
            .filter(var -> var.mountPoint().equals(space.mountPoint()))
            .isEmpty();
  }

  private Verdict judge(Space space) {
    double gb = Math.floor(space.availableBytes() * 10.0 / GB) / 10;
    var shortly = Message.of("check.short.gb", gb);
    var read = Message.of("check.read.disk", path, space.mountPoint(), space.device(), gb);
    if (space.readOnly()) {
      var readOnly = Message.of("check.read.diskReadOnly", path, space.mountPoint());
      return Verdict.blocks(Message.of("check.short.readOnly"), readOnly);
    }
    if (gb < blockGb) {
      return Verdict.blocks(shortly, read);
    }
    return gb < warnGb ? Verdict.warning(shortly, read) : Verdict.passed(shortly, read);
  }
}
