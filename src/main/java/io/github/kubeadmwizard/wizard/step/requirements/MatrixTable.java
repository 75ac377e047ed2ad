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
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTablePosition;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/** The table of requirements and machines; a cell that is chosen opens what is behind it. */
final class MatrixTable {
  private static final double NAME = 250;
  private static final double LEAST_NAME = 196;
  private static final double LEAST_HOST = 74;
  private static final double BAR = 20;
  private static final double ROW = 31; // as the style sheet has it
  private static final double HOST = 108;

  private final Parts parts;
  private final TreeTableView<MatrixRow> table = new TreeTableView<>();
  private final Unrolled unrolled;
  private final BiConsumer<Matrix.Column, Matrix.Line> open;
  private final Consumer<Matrix.Column> list;
  private final Set<String> unfolded = new HashSet<>();
  private final Set<String> folded = new HashSet<>();
  private Matrix shown = new Matrix(List.of(), List.of());

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
    if (!matrix.columns().equals(shown.columns()) || table.getColumns().isEmpty()) {
      unrolled.again();
      table.getColumns().setAll(List.of());
      table.getColumns().add(names());
      matrix.columns().forEach(column -> table.getColumns().add(column(column)));
    }
    shown = matrix;
    fit();
    var root = new TreeItem<MatrixRow>();
    matrix.sections().forEach(section -> root.getChildren().add(item(section)));
    table.setRoot(root);
  }

  /** Columns share the room that there is, so that the names stay in sight beside the panel. */
  private void fit() {
    int hosts = table.getColumns().size() - 1;
    if (hosts < 1 || table.getWidth() < LEAST_NAME) {
      return;
    }
    double room = table.getWidth() - BAR;
    double host = Math.clamp((room - NAME) / hosts, LEAST_HOST, HOST);
    double name = Math.clamp(room - host * hosts, LEAST_NAME, NAME);
    table.getColumns().getFirst().setPrefWidth(name);
    table.getColumns().stream().skip(1).forEach(column -> column.setPrefWidth(host));
  }

  private TreeItem<MatrixRow> item(Matrix.Section section) {
    var item = new TreeItem<MatrixRow>(new MatrixRow.OfGroup(section));
    section.news().forEach(line -> item.getChildren().add(leaf(line)));
    if (section.news().isEmpty()) {
      section.lines().forEach(line -> item.getChildren().add(leaf(line)));
    } else if (!section.passed().isEmpty()) {
      var passed = new TreeItem<MatrixRow>(new MatrixRow.Passed(section));
      section.passed().forEach(line -> passed.getChildren().add(leaf(line)));
      remember(passed, section.group() + "/passed", false);
      item.getChildren().add(passed);
    }
    remember(item, section.group().name(), !section.news().isEmpty());
    return item;
  }

  /** What the user folded or opened stays so when machines are read again. */
  private void remember(TreeItem<MatrixRow> item, String name, boolean usual) {
    item.setExpanded(usual ? !folded.contains(name) : unfolded.contains(name));
    item.expandedProperty()
        .subscribe((_, expanded) -> {
          (expanded ? unfolded : folded).add(name);
          (expanded ? folded : unfolded).remove(name);
        });
  }

  private static TreeItem<MatrixRow> leaf(Matrix.Line line) {
    return new TreeItem<>(new MatrixRow.OfLine(line));
  }

  private TreeTableColumn<MatrixRow, MatrixRow> names() {
    var column =
        new TreeTableColumn<MatrixRow, MatrixRow>(
            parts.say(Message.of("wizard.requirements.check")));
    column.setPrefWidth(NAME);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().getValue()));
    column.setCellFactory(_ -> new NameCell(parts));
    return column;
  }

  private TreeTableColumn<MatrixRow, MatrixRow> column(Matrix.Column of) {
    var column = new TreeTableColumn<MatrixRow, MatrixRow>();
    column.setGraphic(head(of));
    column.setPrefWidth(HOST);
    column.setSortable(false);
    column.setReorderable(false);
    column.setUserData(of);
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue().getValue()));
    column.setCellFactory(_ -> new MatrixCell(parts, of));
    return column;
  }

  private Labeled head(Matrix.Column of) {
    Message name = RequirementWords.head(of);
    var head =
        of.hosts().size() > 1
            ? parts.link(name, () -> list.accept(of))
            : new Label(parts.say(name));
    head.getStyleClass().add("column-head");
    head.setTooltip(new Tooltip(parts.say(RequirementWords.hosts(of))));
    return head;
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
  private record Chosen(TreeItem<MatrixRow> item, Optional<Matrix.Column> column) {
    MatrixRow row() {
      return item.getValue();
    }
  }

  private Optional<Chosen> chosen() {
    var cells = table.getSelectionModel().getSelectedCells();
    if (cells.isEmpty() || table.getTreeItem(cells.getFirst().getRow()) == null) {
      return Optional.empty();
    }
    TreeTablePosition<MatrixRow, ?> place = cells.getFirst();
    var column =
        Optional.ofNullable(place.getTableColumn())
            .map(TreeTableColumn::getUserData)
            .filter(Matrix.Column.class::isInstance)
            .map(Matrix.Column.class::cast);
    return Optional.of(new Chosen(table.getTreeItem(place.getRow()), column));
  }

  /** The line of this key, if the column is still there. */
  Optional<Matrix.Line> find(String key, Matrix.Column column) {
    return shown.sections().stream()
        .flatMap(section -> section.lines().stream())
        .filter(line -> line.key().equals(key) && line.cells().containsKey(column))
        .findFirst();
  }

  /** Shows and opens the cell of a finding. */
  void lead(Finding finding) {
    for (TreeItem<MatrixRow> group : table.getRoot().getChildren()) {
      for (TreeItem<MatrixRow> item : group.getChildren()) {
        if (item.getValue() instanceof MatrixRow.OfLine(var line)
            && line.key().equals(finding.key())) {
          group.setExpanded(true);
          select(item, finding);
        }
      }
    }
  }

  private void select(TreeItem<MatrixRow> item, Finding finding) {
    int row = table.getRow(item);
    shown
        .columnOf(finding)
        .flatMap(column ->
            table.getColumns().stream().filter(c -> column.equals(c.getUserData())).findFirst())
        .ifPresent(column -> {
          table.getSelectionModel().clearAndSelect(row, column);
          table.scrollTo(Math.max(0, row - 2));
          table.requestFocus();
          // the panel beside it takes room first
          javafx.application.Platform.runLater(() -> table.scrollToColumn(column));
        });
  }

  /** The name of a group or a requirement. */
  private static final class NameCell
      extends javafx.scene.control.TreeTableCell<MatrixRow, MatrixRow> {
    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

    private final Parts parts;
    private final Tooltip tooltip = new Tooltip();

    NameCell(Parts parts) {
      this.parts = parts;
    }

    @Override
    protected void updateItem(@Nullable MatrixRow row, boolean empty) {
      super.updateItem(row, empty);
      pseudoClassStateChanged(GROUP, row instanceof MatrixRow.OfGroup);
      if (empty || row == null) {
        setText(null);
        setTooltip(null);
        return;
      }
      switch (row) {
        case MatrixRow.OfGroup(var section) ->
            setText(
                parts.say(
                    Message.of(
                        "wizard.requirements.group",
                        section.group().title(),
                        section.lines().size())));
        case MatrixRow.OfLine(var line) -> setText(parts.say(line.title()));
        case MatrixRow.Passed(var section) ->
            setText(
                parts.say(Message.of("wizard.requirements.morePassed", section.passed().size())));
      }
      tooltip.setText(getText());
      setTooltip(tooltip);
    }
  }
}
