package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Automatic upgrades at first boot hold the lock for minutes; the installation waits for them. */
final class PackagesAreUnlocked implements HostCheck {
  @Override
  public String id() {
    return "AptLock";
  }

  @Override
  public Group group() {
    return Group.PACKAGES;
  }

  @Override
  public String key() {
    return "PackageLock";
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    if (!at.spec().usesPackages()) {
      return Optional.empty();
    }
    var locks = at.facts().packages().locks();
    if (locks.isEmpty()) {
      return Optional.of(
          Verdict.passed(Message.of("check.short.free"), Message.of("check.read.unlocked")));
    }
    var lock = locks.getFirst();
    var holder = lock.command().orElse("?");
    var pid = lock.pid().isPresent() ? Integer.toString(lock.pid().getAsInt()) : "?";
    return Optional.of(
        Verdict.warning(
            Verdict.value(holder), Message.of("check.read.locked", lock.file(), holder, pid)));
  }
}
