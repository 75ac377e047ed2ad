package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.migrate.Change.Kind;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** A list of changes as people read it: what they have to do first, what only moved last. */
public final class ChangeText {
  private static final List<Kind> ORDER =
      List.of(
          Kind.NEEDED,
          Kind.ASSUMED,
          Kind.UNKNOWN,
          Kind.SECRET,
          Kind.DROPPED,
          Kind.CHANGED,
          Kind.MOVED);

  private final Words words;

  /**
   * @param words of the language to write in
   */
  public ChangeText(Words words) {
    this.words = words;
  }

  /** The lines: a heading for each kind, and below it one or two lines for each change. */
  public List<String> lines(List<Change> changes) {
    var groups = new LinkedHashMap<Message, List<Change>>();
    changes.stream()
        .sorted(Comparator.comparingInt(change -> ORDER.indexOf(change.kind())))
        .forEach(
            change -> groups.computeIfAbsent(heading(change), _ -> new ArrayList<>()).add(change));
    var lines = new ArrayList<String>();
    groups.forEach((heading, group) -> {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.add(words.say(heading));
      group.forEach(change -> lines.addAll(one(change)));
    });
    return List.copyOf(lines);
  }

  private List<String> one(Change change) {
    return switch (change.kind()) {
      case MOVED, SECRET -> List.of("  " + place(change));
      default -> List.of("  " + place(change), "    " + words.say(change.why()));
    };
  }

  private String place(Change change) {
    if (change.from().isEmpty()) {
      return change.to().orElse("");
    }
    return words.say(
        change
            .to()
            .map(to -> Message.of("migrate.lineTo", line(change), change.from(), to))
            .orElseGet(() -> Message.of("migrate.line", line(change), change.from())));
  }

  private static String line(Change change) {
    return String.valueOf(change.line());
  }

  /** What moved, and which secrets stay behind, has one reason for many. */
  private static Message heading(Change change) {
    return switch (change.kind()) {
      case NEEDED -> Message.of("migrate.kind.needed");
      case ASSUMED -> Message.of("migrate.kind.assumed");
      case UNKNOWN -> Message.of("migrate.kind.unknown");
      case SECRET -> Message.of("migrate.kind.secret", change.why());
      case DROPPED -> Message.of("migrate.kind.dropped");
      case CHANGED -> Message.of("migrate.kind.changed");
      case MOVED -> Message.of("migrate.kind.moved", change.why());
    };
  }
}
