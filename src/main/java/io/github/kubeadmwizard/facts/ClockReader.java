package io.github.kubeadmwizard.facts;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the time, and who keeps it right. */
final class ClockReader {
  private static final Pattern ZONE = Pattern.compile("-> \\S*zoneinfo/(\\S+)$");
  private static final List<String> SERVICES =
      List.of("chrony", "chronyd", "systemd-timesyncd", "ntpsec", "ntp", "ntpd", "openntpd");

  private ClockReader() {}

  static Clock read(FactsOutput out, Units units) {
    var timedate = Text.assignments(out.text("timedate"));
    var service = SERVICES.stream().filter(name -> units.isActive(name + ".service")).findFirst();
    var synchronised =
        out.has("timesync-synchronized")
            ? Optional.of(true)
            : Text.value(timedate, "NTPSynchronized").map("yes"::equals);
    return new Clock(
        time(out),
        synchronised,
        service.map(name -> name.equals("chronyd") ? "chrony" : name),
        zone(out).or(() -> Text.value(timedate, "Timezone")));
  }

  /** The middle of the run, as the middle of the round trip is what the caller compares with. */
  private static OptionalLong time(FactsOutput out) {
    var ends =
        Stream.of(out.field("begin", 1), out.field("end", 1))
            .flatMap(Optional::stream)
            .map(text -> Text.number(text.replaceAll("[.,]", "")))
            .flatMapToLong(OptionalLong::stream)
            .toArray();
    if (ends.length == 2) {
      return OptionalLong.of((ends[0] + (ends[1] - ends[0]) / 2) * 1000);
    }
    return out.text("date").stream()
        .map(Text::number)
        .flatMapToLong(OptionalLong::stream)
        .findFirst();
  }

  private static Optional<String> zone(FactsOutput out) {
    var linked =
        out.text("links").stream()
            .filter(line -> line.contains("/etc/localtime"))
            .map(ZONE::matcher)
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .findFirst();
    return linked.or(
        () -> out.lines("/etc/timezone").stream().filter(l -> !l.isBlank()).findFirst());
  }
}
