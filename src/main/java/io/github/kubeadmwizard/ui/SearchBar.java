package io.github.kubeadmwizard.ui;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A search field with "1 of 10" and the ways to the next and the previous match. */
final class SearchBar extends HBox {
  private final Words words;
  private final CustomTextField field = new CustomTextField();
  private final IntConsumer step;
  private final ObservableValue<MatchCount> count;

  /**
   * @param text what is searched for
   * @param step goes to the next (1) or the previous (-1) match
   */
  SearchBar(Words words, StringProperty text, ObservableValue<MatchCount> count, IntConsumer step) {
    super(4);
    this.words = words;
    this.step = step;
    this.count = count.when(sceneProperty().map(Objects::nonNull).orElse(false));
    getStyleClass().add("search-bar");
    setAlignment(Pos.CENTER_LEFT);
    setUpField(text);
    getChildren().addAll(field, position(), up(), down());
  }

  private void setUpField(StringProperty text) {
    field.textProperty().bindBidirectional(text);
    field.setPromptText(words.say(Message.of("ui.search")));
    field.setAccessibleText(words.say(Message.of("ui.search")));
    field.setRight(new FontIcon(Feather.SEARCH));
    field.getStyleClass().add(Styles.SMALL);
    field.setPrefWidth(192);
    field.setMinWidth(96);
    setHgrow(field, Priority.SOMETIMES);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  private Label position() {
    var label = new Label();
    label.getStyleClass().add("match-count");
    label.setMinWidth(USE_PREF_SIZE);
    label.textProperty().bind(count.map(this::sentence));
    label.visibleProperty().bind(field.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    return label;
  }

  private String sentence(MatchCount count) {
    return words.say(
        count.total() == 0
            ? Message.of("ui.search.none")
            : Message.of("ui.search.position", count.current(), count.total()));
  }

  private Button up() {
    return button(Feather.CHEVRON_UP, "ui.search.previous", "Shift+F3", -1);
  }

  private Button down() {
    return button(Feather.CHEVRON_DOWN, "ui.search.next", "F3", 1);
  }

  private Button button(Feather icon, String key, String keys, int by) {
    var button = new Button(null, new FontIcon(icon));
    var name = words.say(Message.of(key));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name + " (" + keys + ")"));
    button.setOnAction(event -> step.accept(by));
    button.disableProperty().bind(count.map(c -> c.total() == 0));
    return button;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !field.getText().isEmpty()) {
      step.accept(event.isShiftDown() ? -1 : 1);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
      field.clear();
      event.consume();
    }
  }

  /** Puts the cursor there, with what is there selected. */
  void focus() {
    field.requestFocus();
    field.selectAll();
  }

  /**
   * The keys that search from anywhere in the view: Ctrl or Cmd+F, F3, Shift+F3.
   *
   * @return whether this was one of them
   */
  boolean take(KeyEvent event) {
    if (event.getCode() == KeyCode.F && event.isShortcutDown()) {
      focus();
      return true;
    }
    if (event.getCode() == KeyCode.F3) {
      step.accept(event.isShiftDown() ? -1 : 1);
      return true;
    }
    return false;
  }
}
