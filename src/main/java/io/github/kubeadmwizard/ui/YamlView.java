package io.github.kubeadmwizard.ui;

import atlantafx.base.theme.Styles;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * YAML to read: coloured, searched, copied, with a band beside the lines that differ from kubeadm's
 * defaults. Some thousand lines cost no more than those in view.
 */
public final class YamlView extends VBox {
  private final TextModel model = new TextModel();
  private final LineRows rows;
  private final SearchBar search;
  private final HBox tools;
  private final Label legend;

  /** A view with nothing in it, which comes as these pieces come. */
  public YamlView(Words words, Pieces pieces) {
    var differs = words.say(Message.of("ui.yaml.differs"));
    rows =
        new LineRows(
            model,
            () -> new YamlRow(model, differs),
            new SimpleBooleanProperty(false),
            words.say(Message.of("ui.yaml.empty")),
            pieces);
    rows.setAccessibleText(words.say(Message.of("ui.yaml")));
    search = new SearchBar(words, model.searchProperty(), model.countProperty(), this::step);
    tools = new HBox(8, search, space(), new CopyButton(words, model::text));
    legend = new Label(differs, swatch());
    setUp();
    if (pieces.areAtOnce()) {
      getChildren().addAll(tools, rows, legend);
    } else {
      Pieces.whenThere(this, () -> pieces.fill(this, tools, rows, legend));
    }
  }

  private void setUp() {
    getStyleClass().addAll("yaml-view", "lines-view");
    getStylesheets().add(YamlView.class.getResource("/ui/log-view.css").toExternalForm());
    tools.getStyleClass().add("line-tools");
    tools.setAlignment(Pos.CENTER_LEFT);
    legend.getStyleClass().addAll("legend", Styles.TEXT_SMALL);
    legend.setMaxWidth(Double.MAX_VALUE);
    legend.managedProperty().bind(legend.visibleProperty());
    legend.setVisible(false);
    setVgrow(rows, Priority.ALWAYS);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    model.searchProperty().subscribe(text -> find());
  }

  private static Region space() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  private static Region swatch() {
    var swatch = new Region();
    swatch.getStyleClass().add("swatch");
    return swatch;
  }

  /**
   * Shows this text from its beginning.
   *
   * @param differing lines with a mark beside them: what differs from kubeadm's defaults
   */
  public void show(String text, List<LineRange> differing) {
    model.set(text, differing);
    legend.setVisible(model.hasMarks());
    rows.selection().clear();
    rows.forgetWidth();
    rows.scrollTo(0);
  }

  /** The tools above the text, for a page that adds its own between search and Copy. */
  public HBox tools() {
    return tools;
  }

  /** Puts the cursor into the search field. */
  public void focusSearch() {
    search.focus();
  }

  private void find() {
    model.find(rows.topLine());
    reveal();
  }

  private void step(int by) {
    model.step(by);
    reveal();
  }

  private void reveal() {
    if (model.chosenLine() >= 0) {
      rows.revealInMiddle(model.chosenLine());
    } else {
      rows.refresh();
    }
  }

  private void key(KeyEvent event) {
    if (search.take(event)) {
      event.consume();
    } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
      copySelected();
      event.consume();
    }
  }

  private void copySelected() {
    var selection = rows.selection();
    if (!selection.isEmpty()) {
      var content = new ClipboardContent();
      content.putString(model.text(selection.from(), selection.to()));
      Clipboard.getSystemClipboard().setContent(content);
    }
  }
}
