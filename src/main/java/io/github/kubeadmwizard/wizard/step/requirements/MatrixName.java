package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import javafx.css.PseudoClass;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/** The name of a group or a requirement. */
final class MatrixName extends TreeTableCell<MatrixPlace, MatrixRow> {
  private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");

  private final Parts parts;

  MatrixName(Parts parts) {
    this.parts = parts;
    setOnMouseEntered(_ -> explain());
  }

  /** Names are cut off in a narrow column. One tooltip costs as much as several cells. */
  private void explain() {
    if (getTooltip() == null) {
      var tooltip = new Tooltip();
      tooltip.textProperty().bind(textProperty());
      setTooltip(tooltip);
    }
  }

  @Override
  protected void updateItem(@Nullable MatrixRow row, boolean empty) {
    super.updateItem(row, empty);
    pseudoClassStateChanged(GROUP, row instanceof MatrixRow.OfGroup);
    if (empty || row == null) {
      setText(MatrixCell.NOTHING);
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
      case MatrixRow.Passed(var _, var lines) ->
          setText(parts.say(Message.of("wizard.requirements.morePassed", lines.size())));
    }
  }
}
