package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.Cgroups;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/** Source: system-validators v1.12.1, DefaultSysSpec.CgroupsV2. */
final class CgroupControllers implements HostCheck {
  private static final String PARAMETERS = "cgroup_enable=memory cgroup_memory=1";

  @Override
  public String id() {
    return "SystemVerification";
  }

  @Override
  public Group group() {
    return Group.MACHINE;
  }

  @Override
  public String key() {
    return "CgroupControllers";
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var cgroups = at.facts().kernel().cgroups();
    if (cgroups.version() != Cgroups.Version.V2) {
      return Optional.empty(); // version 1 is CgroupV1's to refuse
    }
    var missing =
        at.requirements().list("cgroup.controllers").stream()
            .filter(name -> !cgroups.controllers().contains(name))
            .toList();
    if (missing.isEmpty()) {
      return Optional.of(
          Verdict.passed(Message.of("check.short.ok"), Message.of("check.read.controllersAll")));
    }
    return Optional.of(blocked(missing));
  }

  private static Verdict blocked(List<String> missing) {
    var read = Message.of("check.read.controllers", missing);
    var verdict = Verdict.blocks(Message.of("check.short.without", missing), read);
    return missing.contains("memory") // switched off at boot, as on a Raspberry Pi
        ? verdict.mendedBy(Mends.kernelParameters(PARAMETERS), Mends.rebootInto(PARAMETERS))
        : verdict;
  }
}
