package io.github.kubeadmwizard.wizard.help;

import io.github.kubeadmwizard.help.Block;
import io.github.kubeadmwizard.help.Prose;
import io.github.kubeadmwizard.help.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Draws a table; where its columns have no room, each row becomes a card of named values. */
final class TableNode {
  private static final double COLUMN = 130;
  private static final double CHARACTER = 7.8; // of the widest type in a cell
  private static final double GAP = 12;
  private static final double LEAST_WEIGHT = 10;
  private static final double MOST_WEIGHT = 34;

  private final Block.Table table;
  private final BiFunction<Prose, String, Node> prose;
  private final VBox node = new VBox();
  private boolean narrow;

  /**
   * @param prose draws running text in a style
   */
  TableNode(Block.Table table, BiFunction<Prose, String, Node> prose) {
    this.table = table;
    this.prose = prose;
    node.getStyleClass().add("help-table");
    node.widthProperty().subscribe(width -> fit(width.doubleValue()));
    narrow = table.head().size() > 2;
    draw();
  }

  Node node() {
    return node;
  }

  private void fit(double width) {
    boolean tooNarrow = width > 0 && isTooNarrow(width);
    if (width > 0 && tooNarrow != narrow) {
      narrow = tooNarrow;
      // children must not change while they are being laid out
      javafx.application.Platform.runLater(this::draw);
    }
  }

  /** Too narrow for the columns, or for the longest word of one. */
  private boolean isTooNarrow(double width) {
    int columns = table.head().size();
    var weights = weights();
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    return width < COLUMN * columns
        || IntStream.range(0, columns)
            .anyMatch(column ->
                longestWord(column) * CHARACTER > width * weights.get(column) / sum - GAP);
  }

  private int longestWord(int column) {
    return cells(column)
        .flatMap(cell -> Arrays.stream(cell.text().split("[\\s\\p{IsHan}]+")))
        .mapToInt(String::length)
        .max()
        .orElse(0);
  }

  private Stream<Prose> cells(int column) {
    return Stream.concat(Stream.of(table.head()), table.rows().stream())
        .filter(row -> column < row.size())
        .map(row -> row.get(column));
  }

  private void draw() {
    node.getChildren().setAll(narrow ? cards() : List.of(grid()));
  }

  private List<Node> cards() {
    return table.rows().stream().map(this::card).toList();
  }

  private Node card(List<Prose> row) {
    var card = new VBox(2);
    card.getStyleClass().add("help-card");
    for (int i = 0; i < row.size(); i++) {
      Prose cell = row.get(i);
      if (i == 0) {
        card.getChildren().add(prose.apply(cell, "help-card-title"));
      } else if (!cell.text().isBlank()) {
        String name = i < table.head().size() ? table.head().get(i).text() : "";
        card.getChildren().add(prose.apply(named(name, cell), "help-cell"));
      }
    }
    return card;
  }

  private static Prose named(String name, Prose cell) {
    if (name.isBlank()) {
      return cell;
    }
    var runs = new ArrayList<>(List.of(new Run(name + "  ", true, false, false, "")));
    runs.addAll(cell.runs());
    return new Prose(runs, cell.anchors());
  }

  private GridPane grid() {
    var grid = new GridPane();
    grid.getStyleClass().add("help-grid");
    grid.setHgap(GAP);
    var weights = weights();
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    for (double weight : weights) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100 * weight / sum);
      column.setMinWidth(0);
      grid.getColumnConstraints().add(column);
    }
    boolean named = table.head().stream().anyMatch(cell -> !cell.text().isBlank());
    if (named) {
      grid.addRow(0, cells(table.head(), "help-cell-name"));
    }
    for (int i = 0; i < table.rows().size(); i++) {
      grid.addRow(i + 1, cells(table.rows().get(i), "help-cell"));
    }
    return grid;
  }

  private Node[] cells(List<Prose> row, String style) {
    return row.stream().map(cell -> prose.apply(cell, style)).toArray(Node[]::new);
  }

  /** A column's share of the width, after its longest cell. */
  private List<Double> weights() {
    return IntStream.range(0, table.head().size())
        .mapToObj(column ->
            Math.clamp(
                cells(column).mapToInt(cell -> cell.text().length()).max().orElse(1),
                LEAST_WEIGHT,
                MOST_WEIGHT))
        .toList();
  }
}
