package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.ui.Unrolled;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTablePosition;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.util.Callback;

/** The table of requirements and machines; a cell that is chosen opens what is behind it. */
final class MatrixTable {
  private static final double NAME = 250;
  private static final double LEAST_NAME = 196;
  private static final double LEAST_HOST = 74;
  private static final double BAR = 20;
  private static final double ROW = 31; // as the style sheet has it
  private static final double HOST = 108;
  private static final int ROWS_AT_ONCE = 4;

  private final Parts parts;
  private final TreeTableView<MatrixPlace> table = new TreeTableView<>();
  private final Unrolled unrolled;
  private final BiConsumer<Matrix.Column, Matrix.Line> open;
  private final Consumer<Matrix.Column> list;
  private final Set<String> unfolded = new HashSet<>();
  private final Set<String> folded = new HashSet<>();
  private Matrix shown = new Matrix(List.of(), List.of());
  private int shows;
  private boolean coming;
  private Runnable afterwards = () -> {};

  /**
   * @param open shows what is behind a cell
   * @param list shows which machines share a column
   */
  MatrixTable(
      Parts parts, BiConsumer<Matrix.Column, Matrix.Line> open, Consumer<Matrix.Column> list) {
    this.parts = parts;
    this.list = list;
    this.open = open;
    unrolled = new Unrolled(parts.pieces(), table, ROW);
    table.setRoot(new TreeItem<>());
    table.getColumns().add(names());
    table.setShowRoot(false);
    table.setFixedCellSize(ROW);
    table.getStyleClass().add("matrix");
    table.setId("matrix");
    table.setAccessibleText(parts.say(Message.of("wizard.step.requirements")));
    table.getSelectionModel().setCellSelectionEnabled(true);
    table.getSelectionModel().getSelectedCells().subscribe(this::openChosen);
    table.widthProperty().subscribe(this::fit);
    table.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        enter();
        event.consume();
      }
    });
  }

  Node node() {
    return unrolled;
  }

  void focus() {
    Pieces.focus(table);
  }

  void show(Matrix matrix) {
    shown = matrix;
    coming = true;
    int mine = ++shows;
    alone(mine, () -> bring(matrix, mine));
  }

  /** What has been overtaken is left: the next one begins with the table as it then is. */
  private void ifNewest(int show, Runnable work) {
    if (show == shows) {
      work.run();
    }
  }

  private void alone(int show, Runnable work) {
    parts.pieces().thenAlone(() -> ifNewest(show, work));
  }

  private void bring(Matrix matrix, int show) {
    var root = new TreeItem<MatrixPlace>();
    matrix.sections().forEach(section -> root.getChildren().add(item(section)));
    var columns = columns().toList();
    for (int i = 0; i < Math.min(columns.size(), matrix.columns().size()); i++) {
      columns.get(i).give(matrix.columns().get(i));
    }
    boolean otherRows = !keys(root).equals(keys(table.getRoot()));
    if (otherRows || columns.size() != matrix.columns().size()) {
      unrolled.again();
      alone(show, () -> makeAsMany(matrix.columns()));
    }
    if (otherRows) {
      alone(show, () -> table.setRoot(root)); // every cell there is looks at it
    } else {
      fill(places(table.getRoot()), places(root), show);
    }
    parts.pieces().then(() -> ifNewest(show, this::there));
  }

  private void there() {
    coming = false;
    Runnable work = afterwards;
    afterwards = () -> {};
    work.run();
  }

  private void makeAsMany(List<Matrix.Column> these) {
    var there = columns().toList();
    if (there.size() == these.size()) {
      return;
    }
    table.setRowFactory(otherRows());
    if (there.size() > these.size()) {
      table.getColumns().removeAll(there.subList(these.size(), there.size()));
    } else {
      var more = these.subList(there.size(), these.size()).stream();
      table.getColumns().addAll(more.map(column -> new MatrixColumn(parts, column, list)).toList());
    }
    fit();
  }

  /** The rows stay: some in each pulse get what stands in them now. */
  private void fill(List<MatrixPlace> there, List<MatrixPlace> now, int show) {
    for (int i = 0; i < there.size(); i += ROWS_AT_ONCE) {
      var some = there.subList(i, Math.min(i + ROWS_AT_ONCE, there.size()));
      var theirs = now.subList(i, i + some.size()).iterator();
      alone(show, () -> some.forEach(place -> place.set(theirs.next().row())));
    }
  }

  private static List<String> keys(TreeItem<MatrixPlace> root) {
    return places(root).stream().map(place -> place.row().key()).toList();
  }

  private static List<MatrixPlace> places(TreeItem<MatrixPlace> under) {
    return under.getChildren().stream()
        .flatMap(item -> Stream.concat(Stream.of(item.getValue()), places(item).stream()))
        .toList();
  }

  /**
   * Those that there are would each style all their cells again for another column, all at once.
   * Each time another object, or the table would keep them.
   */
  private static Callback<TreeTableView<MatrixPlace>, TreeTableRow<MatrixPlace>> otherRows() {
    return new Callback<>() {
      @Override
      public TreeTableRow<MatrixPlace> call(TreeTableView<MatrixPlace> table) {
        return new TreeTableRow<>();
      }
    };
  }

  private Stream<MatrixColumn> columns() {
    return table.getColumns().stream()
        .filter(MatrixColumn.class::isInstance)
        .map(MatrixColumn.class::cast);
  }

  /** Columns share the room that there is, so that the names stay in sight beside the panel. */
  private void fit() {
    long hosts = columns().count();
    if (hosts < 1 || table.getWidth() < LEAST_NAME) {
      return;
    }
    double room = table.getWidth() - BAR;
    double host = Math.clamp((room - NAME) / hosts, LEAST_HOST, HOST);
    double name = Math.clamp(room - host * hosts, LEAST_NAME, NAME);
    table.getColumns().getFirst().setPrefWidth(name);
    columns().forEach(column -> column.setPrefWidth(host));
  }

  private TreeItem<MatrixPlace> item(Matrix.Section section) {
    var item = place(new MatrixRow.OfGroup(section));
    List<Matrix.Line> news = section.news(); // looks at every machine
    List<Matrix.Line> rest = section.passed();
    news.forEach(line -> item.getChildren().add(place(new MatrixRow.OfLine(line))));
    if (news.isEmpty()) {
      rest.forEach(line -> item.getChildren().add(place(new MatrixRow.OfLine(line))));
    } else if (!rest.isEmpty()) {
      var passed = place(new MatrixRow.Passed(section, rest));
      rest.forEach(line -> passed.getChildren().add(place(new MatrixRow.OfLine(line))));
      remember(passed, section.group() + "/passed", false);
      item.getChildren().add(passed);
    }
    remember(item, section.group().name(), !news.isEmpty());
    return item;
  }

  /** What the user folded or opened stays so when machines are read again. */
  private void remember(TreeItem<MatrixPlace> item, String name, boolean usual) {
    item.setExpanded(usual ? !folded.contains(name) : unfolded.contains(name));
    item.expandedProperty()
        .subscribe((_, expanded) -> {
          (expanded ? unfolded : folded).add(name);
          (expanded ? folded : unfolded).remove(name);
        });
  }

  private static TreeItem<MatrixPlace> place(MatrixRow row) {
    return new TreeItem<>(new MatrixPlace(row));
  }

  private TreeTableColumn<MatrixPlace, MatrixRow> names() {
    var column =
        new TreeTableColumn<MatrixPlace, MatrixRow>(
            parts.say(Message.of("wizard.requirements.check")));
    column.setPrefWidth(NAME);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> row.getValue().getValue().property());
    column.setCellFactory(_ -> new MatrixName(parts));
    return column;
  }

  private void openChosen() {
    chosen()
        .ifPresent(place -> {
          if (place.row() instanceof MatrixRow.OfLine(var line)) {
            place.column().ifPresent(column -> open.accept(column, line));
          }
        });
  }

  /** Opens the cell. In a group's row, which the heads stand above, it does what a head does. */
  private void enter() {
    chosen()
        .ifPresent(place -> {
          var shared = place.column().filter(column -> column.hosts().size() > 1);
          if (place.row() instanceof MatrixRow.OfLine) {
            openChosen();
          } else if (shared.isPresent()) {
            list.accept(shared.get());
          } else {
            place.item().setExpanded(!place.item().isExpanded());
          }
        });
  }

  /**
   * A cell of the table.
   *
   * @param column empty where the names stand
   */
  private record Chosen(TreeItem<MatrixPlace> item, Optional<Matrix.Column> column) {
    MatrixRow row() {
      return item.getValue().row();
    }
  }

  private Optional<Chosen> chosen() {
    var cells = table.getSelectionModel().getSelectedCells();
    if (cells.isEmpty() || table.getTreeItem(cells.getFirst().getRow()) == null) {
      return Optional.empty();
    }
    TreeTablePosition<MatrixPlace, ?> place = cells.getFirst();
    var column =
        Optional.ofNullable(place.getTableColumn())
            .filter(MatrixColumn.class::isInstance)
            .map(one -> ((MatrixColumn) one).of());
    return Optional.of(new Chosen(table.getTreeItem(place.getRow()), column));
  }

  /** The line of this key, if the column is still there. */
  Optional<Matrix.Line> find(String key, Matrix.Column column) {
    return shown.sections().stream()
        .flatMap(section -> section.lines().stream())
        .filter(line -> line.key().equals(key) && line.cells().containsKey(column))
        .findFirst();
  }

  /** Shows and opens the cell of a finding, as soon as the table is there. */
  void lead(Finding finding) {
    if (coming) {
      afterwards = () -> leadNow(finding);
    } else {
      leadNow(finding);
    }
  }

  private void leadNow(Finding finding) {
    for (TreeItem<MatrixPlace> group : table.getRoot().getChildren()) {
      for (TreeItem<MatrixPlace> item : group.getChildren()) {
        if (item.getValue().row() instanceof MatrixRow.OfLine(var line)
            && line.key().equals(finding.key())) {
          group.setExpanded(true);
          select(item, finding);
        }
      }
    }
  }

  private void select(TreeItem<MatrixPlace> item, Finding finding) {
    int row = table.getRow(item);
    shown
        .columnOf(finding)
        .flatMap(of -> columns().filter(column -> column.of().equals(of)).findFirst())
        .ifPresent(column -> {
          table.getSelectionModel().clearAndSelect(row, column);
          table.scrollTo(Math.max(0, row - 2));
          table.requestFocus();
          // the panel beside it takes room first
          parts
              .pieces()
              .then(() -> javafx.application.Platform.runLater(() -> table.scrollToColumn(column)));
        });
  }
}
