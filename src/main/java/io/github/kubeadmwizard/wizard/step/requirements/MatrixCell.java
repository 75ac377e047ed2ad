package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What was found, as an icon and the value that was read. */
final class MatrixCell extends TreeTableCell<MatrixRow, MatrixRow> {
  private final Parts parts;
  private final Matrix.Column column;
  private final Label label = new Label();

  MatrixCell(Parts parts, Matrix.Column column) {
    this.parts = parts;
    this.column = column;
    label.getStyleClass().add("cell-value");
  }

  @Override
  protected void updateItem(@Nullable MatrixRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().removeAll("blocks", "look");
    setGraphic(null);
    setAccessibleText(null);
    if (empty || row == null) {
      return;
    }
    switch (row) {
      case MatrixRow.OfGroup(var section) -> group(section);
      case MatrixRow.Passed(var section) -> passed(section);
      case MatrixRow.OfLine(var line) -> line(line);
    }
  }

  private void group(Matrix.Section section) {
    Matrix.Summary sum = section.in(column);
    if (sum.all() == 0) {
      return;
    }
    boolean whole = sum.worst() == State.PASSED;
    show(
        sum.worst(),
        whole
            ? String.valueOf(sum.all())
            : parts.say(Message.of("wizard.requirements.of", sum.many(), sum.all())));
  }

  private void passed(Matrix.Section section) {
    long many = section.passed().stream().filter(line -> line.cells().containsKey(column)).count();
    if (many > 0) {
      show(State.PASSED, String.valueOf(many));
    }
  }

  private void line(Matrix.Line line) {
    var found = line.cells().get(column);
    if (found == null) {
      return;
    }
    Finding one = Shared.finding(found);
    Message value = Shared.value(found);
    show(one.state(), parts.say(value));
    setAccessibleText(
        parts.say(
            Message.of(
                "wizard.requirements.spoken",
                line.title(),
                RequirementWords.hosts(column),
                one.state().title(),
                value)));
  }

  private void show(State state, String text) {
    label.setText(text);
    label.setGraphic(icon(state));
    setGraphic(label);
    if (state == State.BLOCKS) {
      getStyleClass().add("blocks");
    } else if (state == State.WARNING || state == State.OVERRIDDEN) {
      getStyleClass().add("look");
    }
  }

  static org.kordamp.ikonli.javafx.FontIcon icon(State state) {
    return switch (state) {
      case PASSED -> Parts.icon(Feather.CHECK_CIRCLE, "good");
      case SET_BY_INSTALL -> Parts.icon(Feather.TOOL, "install");
      case WARNING, OVERRIDDEN -> Parts.icon(Feather.ALERT_TRIANGLE, "attention");
      case BLOCKS -> Parts.icon(Feather.X_OCTAGON, "bad");
    };
  }
}
