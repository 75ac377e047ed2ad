package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text in columns. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  Table(List<String> heads) {
    rows.add(List.copyOf(heads));
  }

  /** A table whose columns have these heads. */
  static Table of(Words words, Message... heads) {
    return new Table(Arrays.stream(heads).map(words::say).toList());
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  /** The lines; the last column is as wide as it is. */
  List<String> lines() {
    int last = rows.getFirst().size() - 1;
    int[] widths = new int[last];
    for (List<String> row : rows) {
      for (int i = 0; i < last; i++) {
        widths[i] = Math.max(widths[i], Columns.of(row.get(i)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(Columns.pad(row.get(i), widths[i])).append("  ");
    }
    return line.append(row.getLast()).toString().stripTrailing();
  }
}
