package io.github.kubeadmwizard.wizard.step.nodes;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Copies a text and says so for two seconds. */
final class CopyButton {
  private static final Duration SAID = Duration.seconds(2);

  private final Button button;

  CopyButton(Parts parts, String text) {
    button = parts.button(Message.of("choices.copy"), Feather.COPY, () -> {});
    button.setId("copy");
    var back = new PauseTransition(SAID);
    back.setOnFinished(_ -> button.setText(parts.say(Message.of("choices.copy"))));
    button.setOnAction(_ -> {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
      button.setText(parts.say(Message.of("choices.copied")));
      back.playFromStart();
    });
  }

  Button node() {
    return button;
  }
}
