package io.github.kubeadmwizard.ui;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A text of some thousand lines that is shown and searched; lines are counted from 0. */
final class TextModel implements RowSource {
  /** Where a match is; which one of its line. */
  record Match(int line, int inLine) {}

  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<MatchCount> count =
      new ReadOnlyObjectWrapper<>(MatchCount.NONE);
  private final List<Match> matches = new ArrayList<>();
  private final BitSet marked = new BitSet();
  private String text = "";
  private List<String> lines = List.of();
  private YamlColours colours = new YamlColours(lines);
  private Needle needle = new Needle("");
  private int chosen = -1;

  void set(String newText, List<LineRange> marks) {
    text = newText;
    lines = newText.lines().toList();
    colours = new YamlColours(lines);
    marked.clear();
    marks.forEach(range -> marked.set(range.from() - 1, range.to()));
    find(0);
  }

  String text() {
    return text;
  }

  StringProperty searchProperty() {
    return search;
  }

  ReadOnlyObjectProperty<MatchCount> countProperty() {
    return count.getReadOnlyProperty();
  }

  Needle needle() {
    return needle;
  }

  String line(long number) {
    return lines.get((int) number);
  }

  List<YamlSpan> spans(long number) {
    return colours.of((int) number);
  }

  boolean isMarked(long number) {
    return marked.get((int) number);
  }

  boolean hasMarks() {
    return !marked.isEmpty();
  }

  /** Which match of this line is chosen, or -1. */
  int chosenIn(long number) {
    return chosen >= 0 && matches.get(chosen).line() == number ? matches.get(chosen).inLine() : -1;
  }

  /** The chosen match's line, or -1. */
  int chosenLine() {
    return chosen < 0 ? -1 : matches.get(chosen).line();
  }

  /** Finds all matches and chooses the first from this line on. */
  void find(long from) {
    needle = new Needle(search.get());
    matches.clear();
    chosen = -1;
    for (int line = 0; line < lines.size(); line++) {
      int found = needle.in(lines.get(line)).length;
      chosen = chosen < 0 && found > 0 && line >= from ? matches.size() : chosen;
      for (int i = 0; i < found; i++) {
        matches.add(new Match(line, i));
      }
    }
    chosen = chosen < 0 ? matches.size() - 1 : chosen;
    tell();
  }

  /** Chooses the next (1) or the previous (-1) match, round the ends. */
  void step(int by) {
    if (!matches.isEmpty()) {
      chosen = Math.floorMod(chosen + by, matches.size());
      tell();
    }
  }

  private void tell() {
    count.set(new MatchCount(chosen + 1, matches.size()));
  }

  /** The lines from one to another, each with a line end. */
  String text(long from, long to) {
    return lines.subList((int) from, (int) to + 1).stream()
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  @Override
  public long first() {
    return 0;
  }

  @Override
  public long end() {
    return lines.size();
  }

  @Override
  public long lineAt(long position) {
    return position;
  }

  @Override
  public long positionOf(long line) {
    return Math.clamp(line, 0, lines.size());
  }
}
