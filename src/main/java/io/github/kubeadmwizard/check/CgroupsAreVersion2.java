package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** The kubelet refuses version 1 from 1.35. Source: KubeletConfiguration.failCgroupV1. */
final class CgroupsAreVersion2 implements HostCheck {
  private static final int FIRST_MINOR = 35;
  private static final String PARAMETER = "systemd.unified_cgroup_hierarchy=1";

  @Override
  public String id() {
    return "CgroupV1";
  }

  @Override
  public Group group() {
    return Group.MACHINE;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    return switch (at.facts().kernel().cgroups().version()) {
      case V2 ->
          Optional.of(Verdict.passed(Verdict.value("v2"), Message.of("check.read.cgroupV2")));
      case V1, HYBRID -> Optional.of(old(at));
      case UNKNOWN ->
          Optional.of(
              Verdict.warning(
                  Message.of("check.short.unknown"), Message.of("check.read.cgroupUnknown")));
    };
  }

  private static Verdict old(HostContext at) {
    var read = Message.of("check.read.cgroupV1");
    boolean refused =
        at.spec().kubernetes().atLeast(1, FIRST_MINOR) && at.laidOver().failsOnCgroupV1();
    var verdict =
        refused
            ? Verdict.blocks(Verdict.value("v1"), read)
            : Verdict.warning(Verdict.value("v1"), read);
    return verdict.mendedBy(Mends.kernelParameters(PARAMETER), Mends.rebootInto(PARAMETER));
  }
}
