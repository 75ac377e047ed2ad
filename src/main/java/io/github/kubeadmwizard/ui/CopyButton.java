package io.github.kubeadmwizard.ui;

import atlantafx.base.theme.Styles;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Copies a text and says "Copied" for two seconds. */
public final class CopyButton extends Button {
  private final Words words;
  private final PauseTransition said = new PauseTransition(Duration.seconds(2));

  /**
   * @param text what is copied, asked for on JavaFX's thread; empty copies nothing
   */
  public CopyButton(Words words, Supplier<String> text) {
    this(words, (Consumer<Consumer<String>>) use -> use.accept(text.get()));
  }

  /**
   * @param copy makes the text and hands it over on JavaFX's thread, perhaps later
   */
  CopyButton(Words words, Consumer<Consumer<String>> copy) {
    this.words = words;
    getStyleClass().addAll("copy-button", Styles.SMALL);
    setOnAction(event -> copy.accept(this::put));
    said.setOnFinished(event -> offer());
    setMinWidth(USE_PREF_SIZE);
    offer();
  }

  private void offer() {
    say("ui.copy", Feather.COPY);
  }

  private void put(String text) {
    if (!text.isEmpty()) {
      var content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
      say("ui.copied", Feather.CHECK);
      said.playFromStart();
    }
  }

  private void say(String key, Feather icon) {
    setText(words.say(Message.of(key)));
    setAccessibleText(getText());
    setGraphic(new FontIcon(icon));
  }
}
