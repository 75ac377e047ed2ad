package io.github.kubeadmwizard.imports;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells by rows, separated by comma, semicolon or tab, whichever the first row with text has most
 * of. Source of the quoting: RFC 4180.
 */
final class CsvText {
  /**
   * One row.
   *
   * @param line where it begins, from 1; a cell in quotes may go on over more
   */
  record Row(int line, List<String> cells) {
    boolean isEmpty() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  private final String text;
  private final char separator;
  private final List<Row> rows = new ArrayList<>();
  private List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private boolean quoted;
  private int line = 1;
  private int begins = 1;

  private CsvText(String text) {
    this.text = text;
    this.separator = separator(text);
  }

  /** The rows that hold something, and are no comment. */
  static List<Row> rows(String text) {
    return new CsvText(text.replaceAll("\\R", "\n")).read();
  }

  private static char separator(String text) {
    var first =
        text.lines()
            .filter(l -> !l.isBlank() && !l.startsWith("#"))
            .findFirst()
            .orElse("")
            .replaceAll("\"[^\"]*\"", "");
    char most = ',';
    for (char c : new char[] {';', '\t'}) {
      most = count(first, c) > count(first, most) ? c : most;
    }
    return most;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private List<Row> read() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      line += c == '\n' ? 1 : 0;
      if (quoted) {
        i += inQuotes(i, c);
      } else {
        outside(c);
      }
    }
    endOfRow();
    return rows.stream()
        .filter(row -> !row.isEmpty() && !row.cells().getFirst().startsWith("#"))
        .toList();
  }

  /** How many characters more belong to this one. */
  private int inQuotes(int at, char c) {
    if (c != '"') {
      cell.append(c);
      return 0;
    }
    if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
      cell.append('"');
      return 1;
    }
    quoted = false;
    return 0;
  }

  private void outside(char c) {
    if (c == '"' && cell.toString().isBlank()) {
      cell.setLength(0);
      quoted = true;
    } else if (c == separator) {
      endOfCell();
    } else if (c == '\n') {
      endOfRow();
      begins = line;
    } else {
      cell.append(c);
    }
  }

  private void endOfCell() {
    cells.add(cell.toString().strip());
    cell.setLength(0);
  }

  private void endOfRow() {
    endOfCell();
    rows.add(new Row(begins, List.copyOf(cells)));
    cells = new ArrayList<>();
  }
}
