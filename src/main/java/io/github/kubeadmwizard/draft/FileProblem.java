package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A mistake in a cluster file. It never repeats a value that may be a secret.
 *
 * @param at line and column
 * @param path the key's path, such as {@code hosts[0].roles[0]}; empty where the text is not YAML
 * @param what what is wrong
 * @param allowed what is possible there
 * @param meant what was probably meant, ready to be written there
 */
public record FileProblem(
    Position at, String path, Message what, Message allowed, Optional<String> meant) {
  static final Comparator<FileProblem> IN_ORDER =
      Comparator.comparingInt(FileProblem::line).thenComparingInt(FileProblem::column);

  /** Line, counted from 1. */
  public int line() {
    return at.line();
  }

  /** Column, counted from 1. */
  public int column() {
    return at.column();
  }

  /** Whether the mistake is at this key, inside it, or around it. */
  boolean concerns(String key) {
    return path.startsWith(key) || key.startsWith(path + ".");
  }

  /** The whole mistake as one message: {@code line 3, column 5, hosts[0].name: …}. */
  public Message message(String file) {
    var at = List.<Object>of(file, String.valueOf(line()), String.valueOf(column()));
    var place =
        path.isEmpty()
            ? Message.of("draft.placeOfText", at.get(0), at.get(1), at.get(2), what)
            : Message.of("draft.place", at.get(0), at.get(1), at.get(2), path, what);
    return meant
        .map(m -> Message.of("draft.problemWithMeant", place, allowed, m))
        .orElseGet(() -> Message.of("draft.problem", place, allowed));
  }
}
