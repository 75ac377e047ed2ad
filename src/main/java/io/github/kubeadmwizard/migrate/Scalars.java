package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.yaml.YamlNode;
import io.github.kubeadmwizard.yaml.YamlNode.Kind;
import io.github.kubeadmwizard.yaml.YamlNode.Mapping;
import io.github.kubeadmwizard.yaml.YamlNode.Scalar;
import io.github.kubeadmwizard.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Reads single values generously, and says why where one can't be used. */
final class Scalars {
  /** What tutorials write where the reader is to put something. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\.{2,}|…+|.*<[^<>]*>.*|.*\\$(?:[{(]|[A-Za-z_]).*|.*\\{\\{.*|.*\\}\\}.*|\\*+"
              + "|(?i:x{3,}|x+(?:\\.x+){3}(?::.*)?|tbd|todo|fixme|change[-_ ]?me)"
              + "|(?i:(?:your|replace|insert)[-_ ].*)",
          Pattern.DOTALL);

  /** A private key, an address with a user's password, a bootstrap token. */
  private static final Pattern SECRET =
      Pattern.compile(
          "PRIVATE KEY-----|^[a-z][a-z0-9+.-]*://[^/@\\s]+@|^[a-z0-9]{6}\\.[a-z0-9]{16}$");

  private Scalars() {}

  /** Whether there is nothing: no value, an empty text, an empty list or mapping. */
  static boolean isNothing(YamlNode node) {
    return switch (node) {
      case Scalar scalar -> scalar.kind() == Kind.NOTHING || scalar.text().isBlank();
      case Sequence sequence -> sequence.items().isEmpty();
      case Mapping mapping -> mapping.entries().stream().allMatch(e -> isNothing(e.value()));
    };
  }

  static boolean isPlaceholder(String text) {
    return PLACEHOLDER.matcher(text.strip()).matches();
  }

  /** A text of any type; empty where there is none, and said so where it can't be used. */
  static Optional<String> text(YamlNode node, Origin from, Gathered out) {
    if (isNothing(node)) {
      return Optional.empty();
    }
    if (!(node instanceof Scalar scalar)) {
      unreadable(from, out);
      return Optional.empty();
    }
    if (isPlaceholder(scalar.text())) {
      out.drop(from, Message.of("migrate.placeholder", scalar.text().strip()));
      return Optional.empty();
    }
    if (SECRET.matcher(scalar.text()).find()) {
      out.secret(from);
      return Optional.empty();
    }
    return Optional.of(scalar.text().strip());
  }

  /** The text without what may be a token or a key, for a path that is shown. */
  static String masked(String text) {
    return text.replaceAll("\\b[a-z0-9]{6}\\.[a-z0-9]{16}\\b|\\b[0-9a-f]{64}\\b", "…");
  }

  /** A whole number, also one in quotes. */
  static Optional<Long> number(YamlNode node, Origin from, Gathered out) {
    var text = text(node, from, out);
    if (text.isPresent() && !text.get().matches("0|-?[1-9]\\d{0,8}")) {
      unreadable(from, out);
      return Optional.empty();
    }
    return text.map(Long::valueOf);
  }

  /** True or false, also in quotes. */
  static Optional<Boolean> truth(YamlNode node, Origin from, Gathered out) {
    var word = text(node, from, out).map(t -> t.toLowerCase(Locale.ROOT));
    if (word.isEmpty()) {
      return Optional.empty();
    }
    return switch (word.get()) {
      case "true", "yes", "on", "y" -> Optional.of(true);
      case "false", "no", "off", "n" -> Optional.of(false);
      default -> {
        unreadable(from, out);
        yield Optional.empty();
      }
    };
  }

  /** A list of texts; one text with commas is one, too. */
  static List<String> texts(YamlNode node, Origin from, Gathered out) {
    var texts = new ArrayList<String>();
    if (node instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        var item = sequence.items().get(i);
        text(item, from.item(item.at(), i), out).ifPresent(texts::add);
      }
    } else {
      for (String part : text(node, from, out).orElse("").split(",", -1)) {
        if (!part.isBlank()) {
          texts.add(part.strip());
        }
      }
    }
    return texts;
  }

  /** Each item of a list; nothing for none, and what is no list cannot be read. */
  static void items(YamlNode node, Origin from, Gathered out, BiConsumer<YamlNode, Origin> each) {
    if (isNothing(node)) {
      return;
    }
    if (!(node instanceof Sequence sequence)) {
      unreadable(from, out);
      return;
    }
    for (int i = 0; i < sequence.items().size(); i++) {
      var item = sequence.items().get(i);
      each.accept(item, from.item(item.at(), i));
    }
  }

  static void unreadable(Origin from, Gathered out) {
    out.drop(from, Message.of("migrate.unreadable"));
  }
}
