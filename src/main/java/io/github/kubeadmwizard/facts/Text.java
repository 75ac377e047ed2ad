package io.github.kubeadmwizard.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reading of small pieces of text that others wrote; nothing here throws on odd text. */
final class Text {
  private static final Pattern BLANK = Pattern.compile("\\s+");

  private Text() {}

  /** The words of a line. */
  static List<String> words(String line) {
    return line.isBlank() ? List.of() : List.of(BLANK.split(line.strip()));
  }

  static OptionalLong number(String text) {
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  static OptionalInt small(String text) {
    return text.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  /** The number that the text begins with. */
  static OptionalInt leading(String text) {
    return small(text.replaceFirst("\\D.*$", ""));
  }

  /** Lines KEY=value of shell and systemd, without quotes and comments; the last one wins. */
  static Map<String, String> assignments(List<String> lines) {
    var result = new LinkedHashMap<String, String>();
    for (var line : lines) {
      int sign = line.indexOf('=');
      if (sign > 0 && !line.stripLeading().startsWith("#")) {
        var name = line.substring(0, sign).strip().replaceFirst("^export\\s+", "");
        result.put(name, unquoted(line.substring(sign + 1)));
      }
    }
    return result;
  }

  static Optional<String> value(Map<String, String> map, String name) {
    return Optional.ofNullable(map.get(name)).filter(text -> !text.isBlank());
  }

  static String unquoted(String text) {
    var bare = text.strip();
    boolean quoted =
        bare.length() >= 2
            && (bare.startsWith("\"") || bare.startsWith("'"))
            && bare.charAt(0) == bare.charAt(bare.length() - 1);
    return quoted ? bare.substring(1, bare.length() - 1) : bare;
  }

  /** Groups of lines between blank ones. */
  static List<List<String>> paragraphs(List<String> lines) {
    var result = new ArrayList<List<String>>();
    List<String> current = new ArrayList<>();
    for (var line : lines) {
      if (!line.isBlank()) {
        current.add(line);
      } else if (!current.isEmpty()) {
        result.add(current);
        current = new ArrayList<>();
      }
    }
    if (!current.isEmpty()) {
      result.add(current);
    }
    return result;
  }

  /** The word after this one, such as the gateway after via. */
  static Optional<String> after(List<String> words, String word) {
    int place = words.indexOf(word);
    return place >= 0 && place + 1 < words.size()
        ? Optional.of(words.get(place + 1))
        : Optional.empty();
  }
}
