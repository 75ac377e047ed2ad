package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.facts.Security;
import io.github.kubeadmwizard.text.Message;
import java.util.Locale;
import java.util.Optional;

/** Source: docs, installing kubeadm: permissive, unless the admin knows the policy. */
final class SelinuxLetsPodsWork implements HostCheck {
  @Override
  public String id() {
    return "SELinux";
  }

  @Override
  public Group group() {
    return Group.SYSTEM;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var mode = at.facts().security().selinux();
    var word = mode.name().toLowerCase(Locale.ROOT);
    var read = Message.of("check.read.selinux", word);
    if (mode != Security.SelinuxMode.ENFORCING) {
      return Optional.of(Verdict.passed(Verdict.value(word), read));
    }
    return Optional.of(
        at.spec().prepare().selinux() == PrepareSpec.Selinux.PERMISSIVE
            ? Verdict.setByInstall(Verdict.value(word), read)
            : Verdict.warning(Verdict.value(word), read));
  }
}
