package io.github.kubeadmwizard.wizard.help;

import io.github.kubeadmwizard.help.Build;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.CopyButton;
import io.github.kubeadmwizard.ui.Parts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The window that says what this program is made of. */
public final class AboutBox {
  private static final double WIDTH = 640;
  private static final double HEIGHT = 560;

  private AboutBox() {}

  /**
   * Shows it over a window, in that one's colours.
   *
   * @param browser opens an address of the world
   */
  public static void show(Parts parts, Window owner, Consumer<String> browser) {
    var text = new AboutText(parts.words(), Build.ofThisProgram());
    var drawn =
        new DocumentNode(
            parts.words(),
            link -> link.isEmpty() ? Optional.empty() : Optional.of(() -> browser.accept(link)));
    var scroll = new ScrollPane(drawn.node());
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    var root = new BorderPane(scroll);
    root.setId("about");
    root.getStyleClass().addAll("wizard", "about");
    var stage = new Stage();
    root.setBottom(foot(parts, text, stage));
    stage.initOwner(owner);
    stage.setTitle(parts.say(Message.of("wizard.about")));
    stage.setScene(new Scene(root, WIDTH, HEIGHT));
    stage.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
    stage.show();
    root.lookup("#about-close").requestFocus();
    parts.pieces().thenAlone(() -> drawn.fill(text.document(), parts.pieces(), () -> {}));
  }

  private static HBox foot(Parts parts, AboutText text, Stage stage) {
    var copy = new CopyButton(parts.words(), text::plain);
    copy.setId("about-copy");
    Button close = parts.button(Message.of("wizard.close"), stage::close);
    close.setId("about-close");
    close.setDefaultButton(true);
    close.setCancelButton(true);
    var foot = Parts.row(copy, parts.hint(Message.of("wizard.about.copy")), Parts.grow(), close);
    foot.getStyleClass().add("footer");
    return foot;
  }
}
