package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/**
 * Source: preflight, MemCheck, constants.ControlPlaneMem: 1700 MB, in units of 1024 × 1024. For
 * workers the field's own floor is 1 GB, of which a kernel leaves about 900 MB.
 */
final class EnoughMemory implements HostCheck {
  private static final long MIB = 1024L * 1024;
  private static final long CONTROL_PLANE = 1700;
  private static final long WORKER = 900;

  @Override
  public String id() {
    return "Mem";
  }

  @Override
  public Group group() {
    return Group.MACHINE;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    return at.facts().machine().memory().map(memory -> judge(memory.totalBytes() / MIB, at));
  }

  private static Verdict judge(long mib, HostContext at) {
    var shortly = Message.of("check.short.mib", mib);
    var read = Message.of("check.read.memory", mib);
    if (at.isControlPlane() && mib < CONTROL_PLANE) {
      return Verdict.blocks(shortly, read);
    }
    return mib < WORKER ? Verdict.warning(shortly, read) : Verdict.passed(shortly, read);
  }
}
