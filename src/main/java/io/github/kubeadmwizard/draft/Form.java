package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.Nearest;
import io.github.kubeadmwizard.text.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a text of the cluster file has to be.
 *
 * @param allowed what is possible, in words
 * @param standIn goes on in place of a value that was refused, so that reading finds the rest
 * @param read empty for a text that is refused
 * @param meant what a refused text was probably meant to be
 */
record Form<T>(
    Message allowed,
    T standIn,
    Function<String, Optional<T>> read,
    Function<String, Optional<String>> meant) {

  /** Text that fulfils a condition. */
  static Form<String> text(Message allowed, Predicate<String> condition) {
    return new Form<>(allowed, "", t -> Optional.of(t).filter(condition), _ -> Optional.empty());
  }

  /** Text that a record's own {@code parse} reads, or refuses by IllegalArgumentException. */
  static <T> Form<T> parsed(Message allowed, T standIn, Function<String, T> parse) {
    return new Form<>(allowed, standIn, t -> attempt(parse, t), _ -> Optional.empty());
  }

  /** One of an enum's constants, written as {@link #word} says. */
  static <E extends Enum<E>> Form<E> choice(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      words.put(word(constant), constant);
    }
    var list = List.copyOf(words.keySet());
    return new Form<>(
        Message.of("draft.allowed.oneOf", list),
        type.getEnumConstants()[0],
        t -> Optional.ofNullable(words.get(t)),
        t -> Nearest.to(t, list));
  }

  /** Exactly this text. */
  static Form<String> exactly(String text) {
    return new Form<>(
        Message.of("draft.allowed.exactly", text),
        text,
        t -> Optional.of(t).filter(text::equals),
        _ -> Optional.of(text));
  }

  /** A constant as the file writes it: lower case, with hyphens. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same with one condition more. */
  Form<T> matching(Predicate<T> condition) {
    return new Form<>(allowed, standIn, t -> read.apply(t).filter(condition), meant);
  }

  /** The same with suggestions. */
  Form<T> withMeant(Function<String, Optional<String>> newMeant) {
    return new Form<>(allowed, standIn, read, newMeant);
  }

  private static <T> Optional<T> attempt(Function<String, T> parse, String text) {
    try {
      return Optional.of(parse.apply(text));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }
}
