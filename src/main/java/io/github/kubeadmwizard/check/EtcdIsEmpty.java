package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Source: preflight, DirAvailableCheck, for etcd.local.dataDir. */
final class EtcdIsEmpty implements HostCheck {
  private static final String READ = "/var/lib/etcd";

  @Override
  public String id() {
    return "DirAvailable--var-lib-etcd";
  }

  @Override
  public Group group() {
    return Group.LEFTOVERS;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    if (!at.isControlPlane() || at.laidOver().hasExternalEtcd()) {
      return Optional.empty();
    }
    var directory = at.laidOver().etcdDataDir();
    if (!directory.equals(READ)) {
      return Optional.of(
          Verdict.warning(
              Message.of("check.short.notRead"),
              Message.of("check.read.etcdElsewhere", directory)));
    }
    var files = at.facts().leftovers().etcdFiles();
    if (files.isEmpty()) {
      var read = Message.of("check.read.etcdEmpty", READ);
      return Optional.of(Verdict.passed(Message.of("check.short.none"), read));
    }
    var read = Message.of("check.read.etcdFiles", READ, files);
    return Optional.of(
        at.isMember()
            ? Verdict.passed(Message.of("check.short.ours"), read)
            : Verdict.blocks(Message.of("check.short.there"), read));
  }
}
