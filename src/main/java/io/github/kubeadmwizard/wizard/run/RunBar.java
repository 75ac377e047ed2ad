package io.github.kubeadmwizard.wizard.run;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ProgressBar;
import org.kordamp.ikonli.feather.Feather;

/**
 * A run that goes on beside the page, on a card of it.
 *
 * @param going what goes on, as long as nothing closer is said
 * @param stopping that it ends as soon as it can
 * @param stop the words of the button
 * @param stopId the button's id
 */
public record RunBar(Message going, Message stopping, Message stop, String stopId) {
  /**
   * A bar without an end, at what the run is, and the button that stops it.
   *
   * @param asked whether it was asked to stop
   * @param stopped asks it
   */
  public List<Node> rows(Parts parts, Optional<Message> now, boolean asked, Runnable stopped) {
    var bar = new ProgressBar();
    bar.getStyleClass().add("small-bar");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(parts.say(going));
    var button = parts.button(stop, Feather.SQUARE, stopped);
    button.setId(stopId);
    button.setDisable(asked);
    return List.of(bar, parts.hint(asked ? stopping : now.orElse(going)), Parts.row(button));
  }
}
