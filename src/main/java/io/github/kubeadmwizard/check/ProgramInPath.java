package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Source: preflight, InPathCheck: losetup, mount and cp; CNI plugins also call iptables. */
record ProgramInPath(String program, String packageName, boolean broughtByInstall)
    implements HostCheck {

  @Override
  public String id() {
    return "FileExisting-" + program;
  }

  @Override
  public String words() {
    return "FileExisting";
  }

  @Override
  public Message title() {
    return Message.of("check.title.FileExisting", program);
  }

  @Override
  public Group group() {
    return Group.SYSTEM;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    if (at.facts().tools().contains(program)) {
      return Optional.of(
          Verdict.passed(
              Message.of("check.short.there"), Message.of("check.read.program", program)));
    }
    var shortly = Message.of("check.short.missing");
    var read = Message.of("check.read.programMissing", program, packageName);
    var verdict =
        broughtByInstall ? Verdict.setByInstall(shortly, read) : Verdict.blocks(shortly, read);
    return Optional.of(
        Mends.installPackage(packageName, at).map(verdict::mendedBy).orElse(verdict));
  }
}
