package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Kind;
import io.github.kubeadmwizard.yaml.YamlNode.Scalar;
import java.util.Optional;

/** Reads single values and says what is wrong with them. */
final class Values {
  private static final int LONGEST_SHOWN = 80;

  private final Reading reading;

  Values(Reading reading) {
    this.reading = reading;
  }

  /** A text of this form; empty where it was refused. */
  <T> Optional<T> text(YamlNode node, String path, Form<T> form) {
    if (!(node instanceof Scalar scalar) || scalar.kind() != Kind.TEXT) {
      wrongType(node, path, form.allowed(), quoted(node, form));
      return Optional.empty();
    }
    if (Secrets.isValue(scalar.text())) {
      reading.problem(node.at(), path, Secrets.WHAT, Secrets.ALLOWED, Optional.empty());
      return Optional.empty();
    }
    var value = form.read().apply(scalar.text());
    if (value.isEmpty()) {
      var what = impossible(scalar.text());
      reading.problem(node.at(), path, what, form.allowed(), form.meant().apply(scalar.text()));
    }
    return value;
  }

  /** A whole number within bounds. */
  Optional<Integer> whole(YamlNode node, String path, int least, int most) {
    var allowed = Message.of("draft.allowed.whole", String.valueOf(least), String.valueOf(most));
    if (!(node instanceof Scalar scalar) || scalar.kind() != Kind.WHOLE) {
      wrongType(node, path, allowed, Optional.empty());
      return Optional.empty();
    }
    if (scalar.text().matches("0|-?[1-9]\\d{0,8}")) {
      int number = Integer.parseInt(scalar.text());
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    }
    reading.problem(node.at(), path, impossible(scalar.text()), allowed, Optional.empty());
    return Optional.empty();
  }

  /** {@code true} or {@code false}, and none of YAML 1.1's other words for them. */
  Optional<Boolean> flag(YamlNode node, String path) {
    if (node instanceof Scalar scalar && scalar.kind() == Kind.BOOLEAN) {
      switch (scalar.text()) {
        case "true" -> {
          return Optional.of(true);
        }
        case "false" -> {
          return Optional.of(false);
        }
        default -> {}
      }
    }
    var word = node instanceof Scalar scalar ? scalar.text() : "";
    Optional<String> meant =
        word.matches("(?i)true|yes|on|y")
            ? Optional.of("true")
            : word.matches("(?i)false|no|off|n") ? Optional.of("false") : Optional.empty();
    wrongType(node, path, Message.of("draft.allowed.flag"), meant);
    return Optional.empty();
  }

  void wrongType(YamlNode node, String path, Message allowed, Optional<String> meant) {
    reading.problem(node.at(), path, Message.of("draft.wrongType", type(node)), allowed, meant);
  }

  private static <T> Optional<String> quoted(YamlNode node, Form<T> form) {
    return node instanceof Scalar scalar
            && scalar.kind() != Kind.NOTHING
            && form.read().apply(scalar.text()).isPresent()
        ? Optional.of('"' + scalar.text() + '"')
        : Optional.empty();
  }

  private static Message impossible(String text) {
    return text.length() > LONGEST_SHOWN || text.contains("\n")
        ? Message.of("draft.impossibleLong")
        : Message.of("draft.impossible", text);
  }

  private static Message type(YamlNode node) {
    return switch (node) {
      case YamlNode.Mapping _ -> Message.of("draft.type.mapping");
      case YamlNode.Sequence _ -> Message.of("draft.type.list");
      case Scalar scalar ->
          switch (scalar.kind()) {
            case TEXT -> Message.of("draft.type.text", shown(scalar.text()));
            case WHOLE, DECIMAL -> Message.of("draft.type.number", shown(scalar.text()));
            case BOOLEAN -> Message.of("draft.type.boolean", scalar.text());
            case NOTHING -> Message.of("draft.type.nothing");
          };
    };
  }

  private static String shown(String text) {
    return text.length() > LONGEST_SHOWN || text.contains("\n") || Secrets.isValue(text)
        ? "…"
        : text;
  }
}
