package io.github.kubeadmwizard.manifests;

import io.github.kubeadmwizard.json.Json;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * JSON in which placeholders such as {@code __CNI_MTU__} may stand where a number will be, as a
 * program that fills them in at its start is given. They stay as they are.
 */
final class JsonTemplate {
  private static final Pattern BARE = Pattern.compile("(:\\s*)(__[A-Z0-9_]+__)(\\s*[,}\\]])");
  private static final String MARK = "bare:";
  private static final Pattern MARKED = Pattern.compile("\"" + MARK + "(__[A-Z0-9_]+__)\"");

  private JsonTemplate() {}

  /** The object; empty if the text is none. */
  static Optional<Map<String, Object>> read(String text) {
    return Json.object(BARE.matcher(text).replaceAll("$1\"" + MARK + "$2\"$3"))
        .map(ManifestEditor::copy);
  }

  static String write(Map<String, Object> json) {
    String text = Objects.requireNonNull(Json.pretty(json)).replace(System.lineSeparator(), "\n");
    return MARKED.matcher(text).replaceAll("$1") + "\n";
  }
}
