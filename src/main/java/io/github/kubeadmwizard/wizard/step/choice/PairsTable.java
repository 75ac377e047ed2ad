package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Lines of a name and a value, with what is wrong below each and a button for one more. */
public final class PairsTable {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

  private final Parts parts;
  private final Pairs pairs;
  private final Heads heads;
  private final Supplier<List<String>> known;
  private final VBox rows = new VBox(4);
  private final VBox box;

  /**
   * What the two fields of a line are called, and examples of both.
   *
   * @param add what the button for one more line says
   */
  public record Heads(
      Message name, String exampleName, Message value, String exampleValue, Message add) {}

  /**
   * @param known names that are offered while typing
   * @param id of the button; the fields' ids begin with it
   */
  public PairsTable(
      Parts parts, Pairs pairs, Heads heads, Supplier<List<String>> known, String id) {
    this.parts = parts;
    this.pairs = pairs;
    this.heads = heads;
    this.known = known;
    rows.setId(id);
    Button add =
        parts.button(
            heads.add(),
            Feather.PLUS,
            () -> {
              pairs.add();
              field(rows.getChildren().getLast()).ifPresent(Pieces::focus);
            });
    add.setId(id + "-add");
    add.getStyleClass().add("small");
    box = new VBox(8, rows, add);
    rows.managedProperty().bind(rows.visibleProperty());
    parts.whenChanged(pairs.lines(), this::show);
    show();
  }

  private void show() {
    rows.getChildren().setAll(pairs.lines().stream().map(this::row).toList());
    rows.setVisible(!pairs.lines().isEmpty());
  }

  private Node row(Pairs.Line line) {
    var name = new TextField();
    name.textProperty().bindBidirectional(line.name());
    name.setPromptText(heads.exampleName());
    name.setAccessibleText(parts.say(heads.name()));
    name.getStyleClass().add("mono");
    new Completion(name, known);
    var value = new TextField();
    value.textProperty().bindBidirectional(line.value());
    value.setPromptText(heads.exampleValue());
    value.setAccessibleText(parts.say(heads.value()));
    value.getStyleClass().add("mono");
    for (TextField field : List.of(name, value)) {
      field.setPrefWidth(240);
      HBox.setHgrow(field, Priority.ALWAYS);
    }
    Label error = Parts.label("", "field-error");
    error.managedProperty().bind(error.visibleProperty());
    line.wrong()
        .when(parts.inUse())
        .subscribe(wrong -> {
          error.setText(wrong.map(parts::say).orElse(""));
          error.setVisible(wrong.isPresent());
          name.pseudoClassStateChanged(WRONG, wrong.isPresent());
          name.setAccessibleHelp(error.getText());
        });
    var remove =
        parts.iconButton(Message.of("choices.removeLine"), Feather.X, () -> pairs.remove(line));
    return new VBox(2, Parts.row(name, value, remove), error);
  }

  /** Goes to the first line that is wrong; false where none is. */
  public boolean lead() {
    for (int i = 0; i < pairs.lines().size(); i++) {
      if (pairs.lines().get(i).wrong().get().isPresent()) {
        field(rows.getChildren().get(i)).ifPresent(Frame::lead);
        return true;
      }
    }
    return false;
  }

  private static Optional<Node> field(Node row) {
    return row instanceof VBox lines && lines.getChildren().getFirst() instanceof HBox fields
        ? Optional.of(fields.getChildren().getFirst())
        : Optional.empty();
  }

  /** Lines and button. */
  public Node node() {
    return box;
  }
}
