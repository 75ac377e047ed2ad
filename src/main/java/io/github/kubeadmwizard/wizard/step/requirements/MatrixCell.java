package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was found, as an icon and the value that was read. */
final class MatrixCell extends TreeTableCell<MatrixPlace, MatrixRow> {
  private static final PseudoClass BLOCKS = PseudoClass.getPseudoClass("blocks");
  private static final PseudoClass LOOK = PseudoClass.getPseudoClass("look");

  /** Every cell is empty for a moment when the table gets other rows: its parts stay in it. */
  static final String NOTHING = " ";

  private final Parts parts;
  private final MatrixColumn column;
  private State drawn = State.PASSED;
  private final FontIcon icon = icon(drawn);

  MatrixCell(Parts parts, MatrixColumn column) {
    this.parts = parts;
    this.column = column;
    getStyleClass().add("cell-value");
    setGraphic(icon);
  }

  @Override
  protected void updateItem(@Nullable MatrixRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      clear();
      return;
    }
    switch (row) {
      case MatrixRow.OfGroup(var section) -> group(section);
      case MatrixRow.Passed(var _, var lines) -> passed(lines);
      case MatrixRow.OfLine(var line) -> line(line);
    }
  }

  private void clear() {
    pseudoClassStateChanged(BLOCKS, false);
    pseudoClassStateChanged(LOOK, false);
    setText(NOTHING);
    icon.setVisible(false);
  }

  private void group(Matrix.Section section) {
    Matrix.Summary sum = column.sum(section);
    if (sum.all() == 0) {
      clear();
      return;
    }
    boolean whole = sum.worst() == State.PASSED;
    show(
        sum.worst(),
        whole
            ? String.valueOf(sum.all())
            : parts.say(Message.of("wizard.requirements.of", sum.many(), sum.all())));
  }

  private void passed(List<Matrix.Line> lines) {
    long many = lines.stream().filter(line -> line.cells().containsKey(column.of())).count();
    if (many > 0) {
      show(State.PASSED, String.valueOf(many));
    } else {
      clear();
    }
  }

  private void line(Matrix.Line line) {
    var found = line.cells().get(column.of());
    if (found == null) {
      clear();
      return;
    }
    Shared one = column.shared(found);
    show(one.finding().state(), parts.say(one.value()));
  }

  /** The sentence names every machine of the column: it is made for who has it read out. */
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT && getItem() instanceof MatrixRow.OfLine(var line)
        ? spoken(line)
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private String spoken(Matrix.Line line) {
    var found = line.cells().get(column.of());
    if (found == null) {
      return "";
    }
    Shared one = column.shared(found);
    return parts.say(
        Message.of(
            "wizard.requirements.spoken",
            line.title(),
            RequirementWords.hosts(column.of()),
            one.finding().state().title(),
            one.value()));
  }

  /**
   * A table with many machines has hundreds of cells: the icon stays and becomes another, since a
   * cell whose graphic is exchanged is built and styled anew.
   */
  private void show(State state, String text) {
    setText(text);
    if (state != drawn) {
      icon.setIconCode(glyph(state));
      icon.getStyleClass().setAll("ikonli-font-icon", role(state));
      drawn = state;
    }
    icon.setVisible(true);
    pseudoClassStateChanged(BLOCKS, state == State.BLOCKS);
    pseudoClassStateChanged(LOOK, state == State.WARNING || state == State.OVERRIDDEN);
  }

  static FontIcon icon(State state) {
    return Parts.icon(glyph(state), role(state));
  }

  private static Feather glyph(State state) {
    return switch (state) {
      case PASSED -> Feather.CHECK_CIRCLE;
      case SET_BY_INSTALL -> Feather.TOOL;
      case WARNING, OVERRIDDEN -> Feather.ALERT_TRIANGLE;
      case BLOCKS -> Feather.X_OCTAGON;
    };
  }

  private static String role(State state) {
    return switch (state) {
      case PASSED -> "good";
      case SET_BY_INSTALL -> "install";
      case WARNING, OVERRIDDEN -> "attention";
      case BLOCKS -> "bad";
    };
  }
}
