package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Late;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.ui.Sight;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** A page with its title; it scrolls where the window is low. */
public final class Frame {
  private static final double ABOVE = 80; // so that the field's name is seen as well

  private final Parts parts;
  private final VBox content = new VBox();
  private final ScrollPane scroll = new ScrollPane(content);

  /** With a title and a sentence below. */
  public Frame(Parts parts, Message title, Message sentence) {
    this.parts = parts;
    var head = new VBox(parts.title(title), Parts.label(parts.say(sentence), "subtitle"));
    head.getStyleClass().add("page-head");
    content.getStyleClass().addAll("page", "choices");
    content.getChildren().add(head);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("choices-frame");
  }

  /** Adds parts below. */
  public void add(Node... nodes) {
    parts.pieces().fill(content, nodes);
  }

  /** Adds one below that is made when its turn comes, after the parts that it is made of. */
  public void addLate(Supplier<? extends Node> node, Late<?>... of) {
    parts.pieces().fillLate(content, node, of);
  }

  /** Leads somewhere once all of the page is there, unless the user is somewhere on it already. */
  public void whenWhole(Runnable lead) {
    parts
        .pieces()
        .then(() -> {
          if (!content.isFocusWithin()) {
            lead.run();
          }
        });
  }

  /** What is drawn. */
  public Node node() {
    return scroll;
  }

  /** Focus goes there; folded parts around it open, and it is scrolled into sight. */
  public static void lead(Node node) {
    Folded.openAround(node);
    Platform.runLater(() -> Pieces.whenThere(node, () -> focus(node)));
  }

  private static void focus(Node node) {
    Folded.openAround(node); // the page may have been on its way before
    Platform.runLater(() -> {
      node.requestFocus();
      Sight.around(node).ifPresent(scroll -> Sight.bring(scroll, node, ABOVE));
    });
  }
}
