package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/** A package held at another version stays there; our own holds are at the wanted one. */
final class HeldPackagesFit implements HostCheck {
  private static final List<String> OURS = List.of("kubelet", "kubeadm", "kubectl");

  @Override
  public String id() {
    return "HeldPackages";
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
    if (at.isMember()) { // held by us; another version than the cluster's is refused elsewhere
      return Optional.of(
          Verdict.passed(Message.of("check.short.ours"), Message.of("check.read.heldOurs")));
    }
    var packages = at.facts().packages();
    var minor = at.spec().kubernetes().minorText() + ".";
    var wrong =
        packages.held().stream()
            .filter(OURS::contains)
            .filter(name -> !packages.installed().getOrDefault(name, "").contains(minor))
            .map(name -> name + " " + packages.installed().getOrDefault(name, "–"))
            .toList();
    return Optional.of(
        wrong.isEmpty()
            ? Verdict.passed(Message.of("check.short.ok"), Message.of("check.read.heldFit"))
            : Verdict.warning(Verdict.value(wrong), Message.of("check.read.held", wrong)));
  }
}
