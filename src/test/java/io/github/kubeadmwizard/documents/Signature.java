package io.github.kubeadmwizard.documents;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * A failure that the program knows by name, in the words of one language.
 *
 * @param id of its {@code engine.Problem}; the beginning of the keys of its words
 * @param what the words of {@code ID.what}
 * @param whys the words of {@code ID.why}, and those that stand in their place in some cases
 * @param remedies the words of {@code ID.remedy}, likewise
 */
record Signature(String id, String what, List<String> whys, List<String> remedies) {
  private static final List<String> REMEDIES = List.of("remedy", "meant", "allowed", "quote");

  /** Those of a room, in the order of its words. */
  static List<Signature> of(String room, Tongue tongue) {
    var words = words("/words/" + room + tongue.pick("", "_zh_CN") + ".properties");
    return words.keySet().stream()
        .filter(key -> key.endsWith(".what"))
        .map(key -> key.substring(0, key.length() - ".what".length()))
        .filter(id -> words.containsKey(id + ".why"))
        .map(id -> of(id, words))
        .toList();
  }

  private static Signature of(String id, Map<String, String> words) {
    var remedies = REMEDIES.stream().map(last -> words.get(id + "." + last));
    var whys =
        words.keySet().stream()
            .filter(key -> key.startsWith(id + "."))
            .filter(key -> key.indexOf('.', id.length() + 1) < 0)
            .filter(key -> !key.equals(id + ".what"))
            .filter(key -> !REMEDIES.contains(key.substring(id.length() + 1)))
            .map(words::get);
    String why = Objects.requireNonNull(words.get(id + ".why"));
    return new Signature(
        id,
        Objects.requireNonNull(words.get(id + ".what")),
        why.equals("{0}") ? reasons(id, words) : whys.toList(),
        remedies.filter(Objects::nonNull).toList());
  }

  /** The reasons that a code's value tells: beside {@code ssh.agent.unavailable} they stand. */
  private static List<String> reasons(String id, Map<String, String> words) {
    String family = id.substring(0, id.lastIndexOf('.') + 1);
    var reasons =
        words.keySet().stream()
            .filter(key -> family.indexOf('.') < family.length() - 1 && key.startsWith(family))
            .filter(key -> key.indexOf('.', family.length()) < 0)
            .map(words::get)
            .toList();
    return reasons.isEmpty() ? List.of("{0}") : reasons;
  }

  /** In the order of the file. */
  private static Map<String, String> words(String file) {
    var words = new LinkedHashMap<String, String>();
    if (Signature.class.getResource(file) == null) {
      return words; // a room without words
    }
    try (var stream = Objects.requireNonNull(Signature.class.getResourceAsStream(file), file);
        var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().toList()) {
        var one = new Properties(); // no words go over a line's end
        one.load(new StringReader(line));
        one.forEach((key, value) -> words.put(key.toString(), value.toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
