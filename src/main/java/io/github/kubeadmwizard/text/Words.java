package io.github.kubeadmwizard.text;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The words of one language: turns a {@link Message} into a sentence. */
public final class Words {
  /** The rooms that have words of their own, each in {@code words/ROOM.properties}. */
  public static final List<String> ROOMS =
      List.of(
          "app",
          "bundle",
          "check",
          "choices",
          "cli",
          "cluster",
          "draft",
          "engine",
          "facts",
          "host",
          "imports",
          "install",
          "journal",
          "kubeadm",
          "manifests",
          "migrate",
          "practice",
          "running",
          "session",
          "smoke",
          "ssh",
          "ui",
          "wizard",
          "yaml");

  private final Locale locale;
  private final List<ResourceBundle> bundles = new ArrayList<>();

  /**
   * @param locale English is used where there is no bundle for it
   */
  public Words(Locale locale) {
    this.locale = locale;
    var control =
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
    for (String room : ROOMS) {
      if (Words.class.getResource("/words/" + room + ".properties") != null) {
        bundles.add(ResourceBundle.getBundle("words." + room, locale, control));
      }
    }
  }

  /** The sentence; a key without words is shown as itself, so that nothing is silent. */
  public String say(Message message) {
    return pattern(message.key())
        .map(pattern -> new MessageFormat(pattern, locale).format(values(message)))
        .orElseGet(() -> message.key() + " " + message.args());
  }

  private Optional<String> pattern(String key) {
    return bundles.stream().filter(b -> b.containsKey(key)).map(b -> b.getString(key)).findFirst();
  }

  private Object[] values(Message message) {
    return message.args().stream().map(this::value).toArray();
  }

  private Object value(Object arg) {
    return switch (arg) {
      case Message inner -> say(inner);
      case LocalName name -> name.in(locale);
      case Collection<?> many ->
          many.stream().map(this::value).map(Object::toString).collect(Collectors.joining(", "));
      case Number number -> number;
      default -> arg.toString();
    };
  }
}
