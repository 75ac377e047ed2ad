package io.github.kubeadmwizard.kubeadm.tree;

import io.github.kubeadmwizard.cluster.Nearest;
import io.github.kubeadmwizard.text.Message;
import java.util.List;

/** Makes the problems that a tree can have against the records. */
public final class Faults {
  private Faults() {}

  /** What a field wants. */
  public enum Kind {
    TEXT,
    NUMBER,
    TRUTH,
    DURATION,
    LIST,
    FIELDS;

    static Kind of(Class<?> type) {
      if (type == String.class) {
        return TEXT;
      }
      return type == Boolean.class ? TRUTH : NUMBER;
    }

    private Message words() {
      return switch (this) {
        case TEXT -> Message.of("kubeadm.kind.text");
        case NUMBER -> Message.of("kubeadm.kind.number");
        case TRUTH -> Message.of("kubeadm.kind.truth");
        case DURATION -> Message.of("kubeadm.kind.duration");
        case LIST -> Message.of("kubeadm.kind.list");
        case FIELDS -> Message.of("kubeadm.kind.fields");
      };
    }
  }

  /** A field that the kind does not have. */
  public static DocumentProblem unknownField(
      String path, String field, String record, List<String> known) {
    var remedy =
        Nearest.to(field, known)
            .map(meant -> Message.of("kubeadm.unknownField.meant", meant))
            .orElseGet(() -> Message.of("kubeadm.unknownField.allowed", known));
    return stop(
        path + "." + field,
        Message.of("kubeadm.unknownField.what", field, record),
        Message.of("kubeadm.unknownField.why"),
        remedy);
  }

  /** A value of another type than the field wants. */
  public static DocumentProblem wrongType(String path, Kind wanted, Object value) {
    boolean quote = wanted == Kind.TEXT && !(value instanceof Iterable<?>);
    return stop(
        path,
        Message.of("kubeadm.wrongType.what", path, wanted.words(), value.toString()),
        Message.of("kubeadm.wrongType.why"),
        quote
            ? Message.of("kubeadm.wrongType.quote", value.toString())
            : Message.of("kubeadm.wrongType.remedy", wanted.words()));
  }

  static DocumentProblem missing(String path) {
    return stop(
        path,
        Message.of("kubeadm.missing.what", path),
        Message.of("kubeadm.missing.why"),
        Message.of("kubeadm.missing.remedy", path));
  }

  static DocumentProblem notAllowed(String path, Object value, List<String> allowed) {
    return stop(
        path,
        Message.of("kubeadm.notAllowed.what", path, value.toString()),
        Message.of("kubeadm.notAllowed.why"),
        Message.of("kubeadm.notAllowed.remedy", allowed));
  }

  private static DocumentProblem stop(String path, Message what, Message why, Message remedy) {
    return new DocumentProblem(path, true, what, why, remedy);
  }
}
