package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Locale;
import java.util.Optional;

/** Packages come by apt, dnf or yum; else as files. */
final class PackageToolIsKnown implements HostCheck {
  @Override
  public String id() {
    return "PackageManager";
  }

  @Override
  public Group group() {
    return Group.PACKAGES;
  }

  @Override
  public boolean soft() {
    return false;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var tool = at.facts().packages().tool();
    var word = tool.name().toLowerCase(Locale.ROOT);
    var read = Message.of("check.read.packageTool", word);
    boolean known =
        switch (tool) {
          case APT, DNF, DNF5, YUM -> true;
          case ZYPPER, NONE -> !at.spec().usesPackages();
        };
    return Optional.of(
        known
            ? Verdict.passed(Verdict.value(word), read)
            : Verdict.blocks(Verdict.value(word), read));
  }
}
