package io.github.kubeadmwizard.ui;

import io.github.kubeadmwizard.ui.YamlSpan.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells keys, values and comments of YAML apart, line by line, as far as colours need it: block
 * style as kubeadm and this program write it. It is no parser and refuses nothing.
 */
final class YamlColours {
  private static final Pattern KEY =
      Pattern.compile(
          "(\\s*(?:- +)*)(\"[^\"]*\"|'[^']*'|[^\\s#'\"\\-][^#:]*|-[^\\s:][^#:]*):(?=\\s|$)");
  private static final Pattern BEFORE_VALUE = Pattern.compile("\\s*(?:- +)*");
  private static final Pattern OPENS_BLOCK =
      Pattern.compile("(?:.*[:\\-] +)?[|>][-+0-9]*\\s*(?:#.*)?");
  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'");
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?[0-9][0-9_]*(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null|~");

  private final BitSet inBlock = new BitSet();
  private final List<String> lines;

  YamlColours(List<String> lines) {
    this.lines = lines;
    findBlocks();
  }

  /** Lines of a block scalar are text, whatever they look like. */
  private void findBlocks() {
    int opener = -1;
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (opener >= 0 && (line.isBlank() || indent(line) > opener)) {
        inBlock.set(i);
      } else {
        opener = OPENS_BLOCK.matcher(line).matches() ? indent(line) : -1;
      }
    }
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** The line's stretches, side by side from its beginning to its end. */
  List<YamlSpan> of(int number) {
    var line = lines.get(number);
    if (inBlock.get(number)) {
      return List.of(new YamlSpan(0, line.length(), Kind.STRING));
    }
    if (line.startsWith("---") || line.equals("...")) {
      return List.of(new YamlSpan(0, line.length(), Kind.SEPARATOR));
    }
    var spans = new ArrayList<YamlSpan>();
    var key = KEY.matcher(line);
    int value;
    if (key.lookingAt()) {
      add(spans, 0, key.start(2), Kind.PLAIN);
      add(spans, key.start(2), key.end(2), Kind.KEY);
      value = key.end();
      add(spans, key.end(2), value, Kind.PLAIN);
    } else {
      var before = BEFORE_VALUE.matcher(line);
      value = before.lookingAt() ? before.end() : 0;
      add(spans, 0, value, Kind.PLAIN);
    }
    addValue(spans, line, value);
    return spans;
  }

  private static void addValue(List<YamlSpan> spans, String line, int from) {
    int start = from + indent(line.substring(from));
    add(spans, from, start, Kind.PLAIN);
    var quoted = QUOTED.matcher(line).region(start, line.length());
    int afterQuote = quoted.lookingAt() ? quoted.end() : start;
    add(spans, start, afterQuote, Kind.STRING);
    var comment = COMMENT.matcher(line).region(Math.max(0, afterQuote), line.length());
    int end = comment.find() ? comment.start() : line.length();
    var rest = line.substring(afterQuote, end).strip();
    add(spans, afterQuote, end, NUMBER.matcher(rest).matches() ? Kind.NUMBER : Kind.PLAIN);
    add(spans, end, line.length(), Kind.COMMENT);
  }

  private static void add(List<YamlSpan> spans, int from, int to, Kind kind) {
    if (from < to) {
      spans.add(new YamlSpan(from, to, kind));
    }
  }
}
