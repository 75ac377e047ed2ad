package io.github.kubeadmwizard.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long this process has been there. On Linux Java tells its start by the clock, from the time
 * of the boot, which it knows in whole seconds only: up to a second too long. Counted from the boot
 * both ends are right to a hundredth of a second. Source: proc(5), {@code /proc/pid/stat}, field
 * 22, in ticks, of which a second has a hundred.
 */
final class Uptime {
  private static final Path PROC = Path.of("/proc");
  private static final int START = 22 - 3; // the third field is the first after the name
  private static final long TICK_MILLIS = 10;

  private Uptime() {}

  /** Empty where the system does not tell. */
  static Optional<Duration> ofThisProcess() {
    try {
      return Optional.of(
          between(
              Files.readString(PROC.resolve("self/stat")),
              Files.readString(PROC.resolve("uptime"))));
    } catch (IOException noLinux) {
      return ProcessHandle.current()
          .info()
          .startInstant()
          .map(begin -> Duration.between(begin, Instant.now()));
    }
  }

  /**
   * As the kernel writes both.
   *
   * @param stat of the process, whose name may have blanks and brackets
   * @param uptime of the machine
   */
  static Duration between(String stat, String uptime) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long began = Long.parseLong(fields[START]) * TICK_MILLIS;
    long now = Math.round(1000 * Double.parseDouble(uptime.split(" ", -1)[0]));
    return Duration.ofMillis(now - began);
  }
}
