package io.github.kubeadmwizard.running;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long something lets in, as people write it: {@code 30m}, {@code 8h}, {@code 7d}.
 *
 * @param text a number and a unit
 */
public record Lifetime(String text) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([mhd])");

  public Lifetime {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a lifetime: " + text);
    }
  }

  /** A lifetime within these bounds; empty where the text is something else. */
  public static Optional<Lifetime> parse(String text, Duration least, Duration most) {
    return Optional.of(text)
        .filter(t -> FORM.matcher(t).matches())
        .map(Lifetime::new)
        .filter(it -> it.duration().compareTo(least) >= 0 && it.duration().compareTo(most) <= 0);
  }

  /** The same as the JDK counts it. */
  public Duration duration() {
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> Duration.ofMinutes(number);
      case 'h' -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
