package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** A machine's line in the list, with its question below where it has one. */
final class HostCell extends ListCell<HostRow> {
  /** A line without a question, in pixels. */
  static final double HEIGHT = 48;

  private final Parts parts;
  private final HostsModel model;
  private final HostColumns columns;
  private final Consumer<HostRow> edit;
  private final VBox box = new VBox();
  private @Nullable HostLine line;
  private boolean drawnNarrow;
  private Subscription watched = Subscription.EMPTY;

  HostCell(Parts parts, HostsModel model, HostColumns columns, Consumer<HostRow> edit) {
    this.parts = parts;
    this.model = model;
    this.columns = columns;
    this.edit = edit;
    setPrefWidth(0); // the list's width, never the content's
  }

  @Override
  protected void updateItem(@Nullable HostRow row, boolean empty) {
    HostRow before = getItem();
    super.updateItem(row, empty);
    if (row != null && row == before && getGraphic() != null) {
      return; // what is being typed into its question stays
    }
    watched.unsubscribe();
    watched = Subscription.EMPTY;
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    watched =
        row.standingProperty()
            .when(parts.inUse())
            .subscribe(_ -> draw(row))
            .and(row.specProperty().when(parts.inUse()).subscribe((_, _) -> draw(row)))
            .and(columns.narrow().subscribe((_, _) -> draw(row)));
  }

  private void draw(HostRow row) {
    boolean narrow = columns.narrow().get();
    if (line == null || narrow != drawnNarrow) {
      line = new HostLine(parts, model, columns, edit, row);
      drawnNarrow = narrow;
      box.getChildren().setAll(line.node());
    } else {
      line.show(row);
    }
    if (box.getChildren().size() > 1) {
      box.getChildren().remove(1);
    }
    HostQuestion.of(parts, model, row).ifPresent(question -> box.getChildren().add(question));
    setGraphic(box);
    setAccessibleText(
        parts.say(
            Message.of(
                "wizard.hosts.spoken",
                row.spec().address(),
                HostWords.state(row.standing()),
                HostWords.detail(row.standing()))));
  }
}
