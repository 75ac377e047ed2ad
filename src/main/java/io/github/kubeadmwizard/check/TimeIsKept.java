package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.Clock;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/** Certificates and tokens have times; a clock that nobody keeps drifts. */
final class TimeIsKept implements HostCheck {
  @Override
  public String id() {
    return "TimeSync";
  }

  @Override
  public Group group() {
    return Group.SYSTEM;
  }

  @Override
  public Optional<Verdict> look(HostContext at) {
    var clock = at.facts().clock();
    var service = clock.service().orElse("–");
    if (clock.synchronised().orElse(false)) {
      var read = Message.of("check.read.timeSynchronised", service);
      return Optional.of(Verdict.passed(Verdict.value(service), read));
    }
    if (!at.spec().prepare().timeServers().isEmpty()) {
      var read = Message.of("check.read.timeToSet", at.spec().prepare().timeServers());
      return Optional.of(Verdict.setByInstall(Message.of("check.short.toSet"), read));
    }
    var verdict = unkept(clock);
    return Optional.of(clock.service().isEmpty() ? verdict.mendedBy(Mends.keepTime()) : verdict);
  }

  private static Verdict unkept(Clock clock) {
    return clock.service().isPresent()
        ? Verdict.warning(
            Message.of("check.short.notYet"),
            Message.of("check.read.timeNotYet", clock.service().get()))
        : Verdict.warning(Message.of("check.short.nobody"), Message.of("check.read.timeNobody"));
  }
}
