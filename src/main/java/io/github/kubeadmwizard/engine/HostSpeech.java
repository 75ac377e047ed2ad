package io.github.kubeadmwizard.engine;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a script on a host says besides its output: lines that begin with a mark which only this
 * call knows, fields separated by U+001F, line ends inside a field as U+001E. The words are made by
 * {@code prelude.sh}.
 */
public sealed interface HostSpeech {

  /** Why the program could not say what it wanted: a field is missing or a verb is unknown. */
  record Garbled(String line) implements HostSpeech {}

  /** It was so already. */
  record SaidUnchanged() implements HostSpeech {}

  /** It changed something. */
  record SaidChanged() implements HostSpeech {}

  /** In look mode: it would change something. */
  record SaidWouldChange() implements HostSpeech {}

  /** Not done, and that is all right. */
  record SaidSkipped(Message why) implements HostSpeech {}

  /**
   * It failed.
   *
   * @param key prefix of words; {@code .what}, {@code .why} and {@code .remedy} belong to it
   */
  record SaidFailed(String key, List<String> args) implements HostSpeech {
    public SaidFailed {
      args = List.copyOf(args);
    }
  }

  /** What was there before a change. */
  record SaidBefore(Before before) implements HostSpeech {}

  /** A value for later actions; may be a secret. */
  record SaidValue(String name, Secret value) implements HostSpeech {}

  /** How far it is. */
  record SaidProgress(int done, int total, String step) implements HostSpeech {}

  /** What it waits for. */
  record SaidWaiting(Message what) implements HostSpeech {}

  /**
   * Reads a line of standard output.
   *
   * @param mark the mark of this call
   * @return empty if it is a line of ordinary output
   */
  static Optional<HostSpeech> parse(String mark, String line) {
    if (!line.startsWith(mark + "\u001f")) {
      return Optional.empty();
    }
    String[] fields = line.substring(mark.length() + 1).split("\u001f", -1);
    for (int i = 0; i < fields.length; i++) {
      fields[i] = fields[i].replace('\u001e', '\n');
    }
    return Optional.of(said(line, fields));
  }

  private static HostSpeech said(String line, String[] fields) {
    List<String> rest = Arrays.asList(fields).subList(1, fields.length);
    return switch (fields[0]) {
      case "result" -> rest.isEmpty() ? new Garbled(line) : result(line, rest);
      case "before" -> rest.isEmpty() ? new Garbled(line) : before(rest);
      case "value" ->
          rest.size() == 2
              ? new SaidValue(rest.get(0), Secret.of(rest.get(1)))
              : new Garbled("value");
      case "progress" -> rest.size() == 3 ? progress(line, rest) : new Garbled(line);
      case "waiting" -> rest.isEmpty() ? new Garbled(line) : new SaidWaiting(message(rest));
      default -> new Garbled(line);
    };
  }

  private static HostSpeech result(String line, List<String> fields) {
    List<String> rest = fields.subList(1, fields.size());
    return switch (fields.getFirst()) {
      case "unchanged" -> new SaidUnchanged();
      case "changed" -> new SaidChanged();
      case "would-change" -> new SaidWouldChange();
      case "skipped" -> rest.isEmpty() ? new Garbled(line) : new SaidSkipped(message(rest));
      case "failed" ->
          rest.isEmpty()
              ? new Garbled(line)
              : new SaidFailed(rest.getFirst(), rest.subList(1, rest.size()));
      default -> new Garbled(line);
    };
  }

  private static HostSpeech before(List<String> fields) {
    var values = new TreeMap<String, String>();
    for (String field : fields.subList(1, fields.size())) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        values.put(field.substring(0, equals), field.substring(equals + 1));
      }
    }
    return new SaidBefore(new Before(fields.getFirst(), values));
  }

  private static HostSpeech progress(String line, List<String> fields) {
    try {
      return new SaidProgress(
          Integer.parseInt(fields.get(0)), Integer.parseInt(fields.get(1)), fields.get(2));
    } catch (NumberFormatException e) {
      return new Garbled(line);
    }
  }

  private static Message message(List<String> keyAndArgs) {
    return new Message(
        keyAndArgs.getFirst(), List.<Object>copyOf(keyAndArgs.subList(1, keyAndArgs.size())));
  }
}
