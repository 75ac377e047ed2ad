package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.List;

/**
 * Certificates made on one machine are not valid yet on a slower one. Source of the bound, 30 s
 * from the median: the field (k0sctl).
 */
final class ClocksAgree implements Check {
  private static final Duration BOUND = Duration.ofSeconds(30);

  @Override
  public String id() {
    return "ClockSkew";
  }

  @Override
  public Group group() {
    return Group.BETWEEN;
  }

  @Override
  public List<Finding> look(CheckContext all) {
    var read = all.hosts().stream().filter(at -> at.seen().ahead().isPresent()).toList();
    var ahead = read.stream().map(at -> at.seen().ahead().orElseThrow()).sorted().toList();
    return read.stream()
        .map(at -> Finding.of(this, at.name(), judge(at, ahead.get((ahead.size() - 1) / 2))))
        .toList();
  }

  private static Verdict judge(HostContext at, Duration median) {
    var skew = at.seen().ahead().orElseThrow().minus(median);
    var words = words(skew.abs());
    if (skew.abs().compareTo(BOUND) <= 0) {
      return Verdict.passed(words, Message.of("check.read.clockInStep", words));
    }
    var read =
        skew.isNegative()
            ? Message.of("check.read.clockBehind", words)
            : Message.of("check.read.clockAhead", words);
    if (!at.spec().prepare().timeServers().isEmpty()) {
      return Verdict.setByInstall(words, read);
    }
    return Verdict.blocks(words, read).mendedBy(Mends.keepTime());
  }

  private static Message words(Duration skew) {
    if (skew.toMinutes() >= 120) {
      return Message.of("check.short.hours", skew.toHours());
    }
    if (skew.toSeconds() >= 120) {
      return Message.of("check.short.minutes", skew.toMinutes());
    }
    return skew.toSeconds() >= 1
        ? Message.of("check.short.seconds", skew.toSeconds())
        : Message.of("check.short.millis", skew.toMillis());
  }
}
