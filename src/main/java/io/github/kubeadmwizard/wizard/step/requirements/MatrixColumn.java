package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableColumn;

/**
 * What machines that answer alike have. When machines come and go it is others', with the cells
 * that there are: new ones for every row would hold the window for a tenth of a second.
 */
final class MatrixColumn extends TreeTableColumn<MatrixPlace, MatrixRow> {
  private final Parts parts;
  private final Consumer<Matrix.Column> list;
  private final IdentityHashMap<List<Finding>, Shared> shared = new IdentityHashMap<>();
  private final IdentityHashMap<Matrix.Section, Matrix.Summary> sums = new IdentityHashMap<>();
  private Matrix.Column of;

  /**
   * @param list shows which machines share a column
   */
  MatrixColumn(Parts parts, Matrix.Column of, Consumer<Matrix.Column> list) {
    this.parts = parts;
    this.list = list;
    this.of = of;
    setGraphic(head());
    setSortable(false);
    setReorderable(false);
    setCellValueFactory(row -> row.getValue().getValue().property());
    setCellFactory(_ -> new MatrixCell(parts, this));
  }

  /** Whose it is. */
  Matrix.Column of() {
    return of;
  }

  /** From now on it is theirs; its cells say so with the next row. */
  void give(Matrix.Column others) {
    shared.clear();
    sums.clear();
    if (!others.equals(of)) {
      of = others;
      setGraphic(head());
    }
  }

  /**
   * What stands for these. It is worked out once: cells come and go with every group that is
   * opened, and a hundred machines may have to be looked at for one.
   */
  Shared shared(List<Finding> found) {
    return shared.computeIfAbsent(found, Shared::of);
  }

  /** A group in this column; worked out once, too. */
  Matrix.Summary sum(Matrix.Section section) {
    return sums.computeIfAbsent(section, one -> one.in(of));
  }

  private Labeled head() {
    Message name = RequirementWords.head(of);
    var head =
        of.hosts().size() > 1
            ? parts.link(name, () -> list.accept(of))
            : new Label(parts.say(name));
    head.getStyleClass().add("column-head");
    head.setTooltip(new Tooltip(parts.say(RequirementWords.hosts(of))));
    return head;
  }
}
