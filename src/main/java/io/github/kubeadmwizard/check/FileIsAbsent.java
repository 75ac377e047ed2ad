package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;
import java.util.function.Predicate;

/** Source: preflight, FileAvailableCheck. A member of this very cluster has them, and may. */
record FileIsAbsent(String path, Predicate<HostContext> concerned) implements HostCheck {

  /** A control plane's manifest. */
  static FileIsAbsent manifest(String component) {
    return new FileIsAbsent(
        "/etc/kubernetes/manifests/" + component + ".yaml", HostContext::isControlPlane);
  }

  /** The kubelet's credentials: kubeadm asks where it joins; elsewhere they would be another's. */
  static FileIsAbsent kubelet(String name) {
    return new FileIsAbsent("/etc/kubernetes/" + name, at -> true);
  }

  /** The CA of an earlier cluster, on workers. */
  static FileIsAbsent ca() {
    return new FileIsAbsent("/etc/kubernetes/pki/ca.crt", at -> !at.isControlPlane());
  }

  @Override
  public String id() {
    return "FileAvailable-" + path.replace('/', '-');
  }

  @Override
  public String words() {
    return "FileAvailable";
  }

  @Override
  public Message title() {
    return Message.of("check.title.FileAvailable", path);
  }

  @Override
  public Group group() {
    return Group.LEFTOVERS;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    if (!concerned.test(at)) {
      return Optional.empty();
    }
    if (!at.facts().leftovers().kubernetesFiles().contains(path)) {
      var read = Message.of("check.read.fileAbsent", path);
      return Optional.of(Verdict.passed(Message.of("check.short.none"), read));
    }
    var read = Message.of("check.read.fileThere", path);
    return Optional.of(
        at.isMember()
            ? Verdict.passed(Message.of("check.short.ours"), read)
            : Verdict.blocks(Message.of("check.short.there"), read));
  }
}
