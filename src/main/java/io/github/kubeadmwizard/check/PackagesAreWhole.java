package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** dpkg and rpm refuse to go on over packages that are half installed. */
final class PackagesAreWhole implements HostCheck {
  @Override
  public String id() {
    return "BrokenPackages";
  }

  @Override
  public Group group() {
    return Group.PACKAGES;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    if (!at.spec().usesPackages()) {
      return Optional.empty();
    }
    var broken = at.facts().packages().broken();
    return Optional.of(
        broken.isEmpty()
            ? Verdict.passed(Message.of("check.short.none"), Message.of("check.read.packagesWhole"))
            : Verdict.blocks(Verdict.value(broken), Message.of("check.read.broken", broken))
                .mendedBy(Mends.finishPackages()));
  }
}
