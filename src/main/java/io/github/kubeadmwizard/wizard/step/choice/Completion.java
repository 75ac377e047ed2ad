package io.github.kubeadmwizard.wizard.step.choice;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;

/** Offers known words below a field while somebody types. Down and Enter take one, Esc closes. */
final class Completion {
  private static final int MOST = 8;
  private static final double ROW = 28;

  private final TextField field;
  private final Supplier<List<String>> known;
  private final Popup popup = new Popup();
  private final ListView<String> list = new ListView<>();
  private boolean taking;

  Completion(TextField field, Supplier<List<String>> known) {
    this.field = field;
    this.known = known;
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.getStyleClass().add("completion");
    list.setOnMouseClicked(_ -> take());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    field.textProperty().subscribe((_, text) -> offer(text));
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    field
        .focusedProperty()
        .subscribe((_, focused) -> {
          if (!focused) {
            popup.hide();
          }
        });
  }

  private void offer(String text) {
    if (taking || !field.isFocused()) {
      return;
    }
    String begun = text.strip().toLowerCase(Locale.ROOT);
    List<String> fitting = begun.isEmpty() ? List.of() : fitting(begun);
    if (fitting.isEmpty() || fitting.equals(List.of(text))) {
      popup.hide();
      return;
    }
    list.getItems().setAll(fitting);
    list.getSelectionModel().clearSelection();
    list.setPrefHeight(fitting.size() * ROW + 4);
    list.setPrefWidth(Math.max(field.getWidth(), 240));
    Bounds place = field.localToScreen(field.getBoundsInLocal());
    if (place != null) {
      list.getStylesheets().setAll(field.getScene().getStylesheets());
      popup.show(field, place.getMinX(), place.getMaxY() + 2);
    }
  }

  /** Those that begin so first, then those that hold it. */
  private List<String> fitting(String begun) {
    var words = known.get();
    return java.util.stream.Stream.concat(
            words.stream().filter(word -> word.startsWith(begun)),
            words.stream().filter(word -> !word.startsWith(begun) && word.contains(begun)))
        .limit(MOST)
        .toList();
  }

  private void key(KeyEvent event) {
    if (!popup.isShowing()) {
      return;
    }
    var selection = list.getSelectionModel();
    if (event.getCode() == KeyCode.DOWN) {
      selection.selectNext();
    } else if (event.getCode() == KeyCode.UP) {
      selection.selectPrevious();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      popup.hide();
    } else if (event.getCode() == KeyCode.ENTER && !selection.isEmpty()) {
      take();
    } else {
      return;
    }
    event.consume();
  }

  private void take() {
    String word = list.getSelectionModel().getSelectedItem();
    if (word != null) {
      taking = true;
      field.setText(word);
      field.end();
      taking = false;
    }
    popup.hide();
  }
}
