package io.github.kubeadmwizard.running;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A token that lets machines join; its secret is not known here.
 *
 * @param name the six characters before its dot, which are no secret
 * @param what it was made for, in the words of who made it
 * @param ends empty: never
 */
public record JoinToken(String name, String what, Optional<Instant> ends) {
  private static final int FIELDS = 5;

  /** Whether this is the form of a token's name. */
  public static boolean isName(String text) {
    return text.matches("[a-z0-9]{6}");
  }

  /** From what {@code join-tokens.sh} prints: those by which somebody can join now. */
  static List<JoinToken> of(String lines, Instant now) {
    return lines
        .lines()
        .map(line -> line.split("\u001f", -1))
        .filter(fields -> fields.length >= FIELDS && isName(fields[0]))
        .filter(fields -> fields[2].equals("true") && fields[3].equals("true"))
        .map(fields -> new JoinToken(fields[0], fields[4], instant(fields[1])))
        .filter(token -> token.ends().map(now::isBefore).orElse(true))
        .toList();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
