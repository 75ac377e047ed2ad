package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Source: preflight, InPathCheck: losetup, mount and cp; CNI plugins also call iptables. */
record ProgramInPath(String program, String packageName, Need need) implements HostCheck {

  /** When it must be there. */
  enum Need {
    /** Before anything is done. */
    BEFORE,
    /** Before anything is done too, unless packages are installed, which bring it. */
    BROUGHT_BY_PACKAGES,
    /** Only where programs come as files, to unpack them. */
    UNPACKS
  }

  static ProgramInPath before(String program, String packageName) {
    return new ProgramInPath(program, packageName, Need.BEFORE);
  }

  static ProgramInPath broughtByPackages(String program, String packageName) {
    return new ProgramInPath(program, packageName, Need.BROUGHT_BY_PACKAGES);
  }

  static ProgramInPath unpacks(String program, String packageName) {
    return new ProgramInPath(program, packageName, Need.UNPACKS);
  }

  @Override
  public String id() {
    return (need == Need.UNPACKS ? "Unpacking-" : "FileExisting-") + program;
  }

  @Override
  public String words() {
    return need == Need.UNPACKS ? "Unpacking" : "FileExisting";
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
    if (need == Need.UNPACKS && !at.spec().usesFiles()) {
      return Optional.empty();
    }
    if (at.facts().tools().contains(program)) {
      return Optional.of(
          Verdict.passed(
              Message.of("check.short.there"), Message.of("check.read.program", program)));
    }
    var shortly = Message.of("check.short.missing");
    var read = Message.of("check.read.programMissing", program, packageName);
    boolean brought = need == Need.BROUGHT_BY_PACKAGES && at.spec().usesPackages();
    var verdict = brought ? Verdict.setByInstall(shortly, read) : Verdict.blocks(shortly, read);
    return Optional.of(
        Mends.installPackage(packageName, at).map(verdict::mendedBy).orElse(verdict));
  }
}
