package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.running.JoinCommand;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.CopyButton;
import io.github.kubeadmwizard.ui.Parts;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * A secret line: covered until somebody wants to see it, and out of the clipboard after a while.
 */
final class JoinLine {
  private static final Duration IN_CLIPBOARD = Duration.minutes(2);

  private final Parts parts;
  private final JoinCommand made;
  private final String ends;
  private final Label text;
  private final Label note;
  private final Hyperlink show;
  private final PauseTransition later = new PauseTransition(IN_CLIPBOARD);
  private boolean shown;

  JoinLine(Parts parts, JoinCommand made, String ends) {
    this.parts = parts;
    this.made = made;
    this.ends = ends;
    text = Parts.mono(made.line().toString());
    text.setId("join-line");
    note = parts.hint(Message.of("running.join.secret"));
    show = parts.link(Message.of("wizard.ready.join.show"), this::turn);
    later.setOnFinished(_ -> clear());
  }

  Node node() {
    show.setId("join-show");
    show.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setMargin(show, new Insets(0, 8, 0, 8));
    var copy = new CopyButton(parts.words(), made.line()::reveal);
    copy.setId("join-copy");
    copy.armedProperty()
        .subscribe((was, armed) -> {
          if (was && !armed) {
            note.setText(parts.say(Message.of("wizard.ready.join.copied")));
            later.playFromStart();
          }
        });
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    var line = Parts.row(text, show, copy);
    line.getStyleClass().add("code-box");
    var allows =
        parts.body(
            made.controlPlane()
                ? Message.of("running.join.controlPlane", ends)
                : Message.of("running.join.worker", ends),
            Feather.CLOCK,
            "attention");
    var box = Parts.card(allows, line, note);
    box.setId("join-made");
    made.hosts().ifPresent(hosts -> box.getChildren().addAll(hosts(hosts)));
    return box;
  }

  private void turn() {
    shown = !shown;
    text.setText(shown ? made.line().reveal() : made.line().toString());
    show.setText(
        parts.say(
            shown ? Message.of("wizard.ready.join.cover") : Message.of("wizard.ready.join.show")));
  }

  /** What the machine has to know first. */
  private List<Node> hosts(String line) {
    var code = Parts.row(Parts.mono(line), Parts.grow(), new CopyButton(parts.words(), () -> line));
    code.getStyleClass().add("code-box");
    return List.of(parts.hint(Message.of("wizard.ready.join.hosts")), code);
  }

  /** Only what is still ours is taken out. */
  private void clear() {
    var clipboard = Clipboard.getSystemClipboard();
    if (made.line().reveal().equals(clipboard.getString())) {
      clipboard.clear();
    }
    note.setText(parts.say(Message.of("running.join.secret")));
  }
}
