package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Kubernetes and its images exist for few architectures; they may be mixed in one cluster. */
final class ArchitectureIsBuiltFor implements HostCheck {
  @Override
  public String id() {
    return "Architecture";
  }

  @Override
  public Group group() {
    return Group.MACHINE;
  }

  @Override
  public boolean soft() {
    return false;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var architecture = at.facts().machine().architecture().orElse("?");
    var built = at.requirements().list("architectures");
    var read = Message.of("check.read.architecture", architecture, built);
    return Optional.of(
        built.contains(architecture)
            ? Verdict.passed(Verdict.value(architecture), read)
            : Verdict.blocks(Verdict.value(architecture), read));
  }
}
