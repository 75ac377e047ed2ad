package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Rare settings, folded away; a tag says how many differ from what is usual. */
public final class Folded {
  private final Parts parts;
  private final Label summary;
  private final Label tag = Parts.label("", "chip");
  private final VBox body = new VBox(16);
  private final List<Node> inside = new ArrayList<>();
  private final TitledPane pane;

  /**
   * @param summary what is inside, in a few words
   */
  public Folded(Parts parts, Message title, Message summary, String id) {
    this.parts = parts;
    this.summary = Parts.label(parts.say(summary), "hint");
    var name = new Label(parts.say(title));
    name.getStyleClass().add("strong");
    this.summary.setWrapText(false);
    tag.setWrapText(false);
    tag.getStyleClass().add("differs");
    tag.managedProperty().bind(tag.visibleProperty());
    tag.setVisible(false);
    var head = new HBox(8, name, this.summary, tag);
    head.setAlignment(Pos.CENTER_LEFT);
    pane = new TitledPane();
    pane.setGraphic(head);
    pane.setExpanded(false);
    pane.setAnimated(false);
    pane.setId(id);
    pane.setAccessibleText(parts.say(title));
    pane.getStyleClass().add("folded");
    body.getStyleClass().add("folded-body");
    pane.expandedProperty().subscribe((_, _) -> fill()); // most are never opened
  }

  /** Counts what differs, now and when this changes. */
  public Folded differing(ObservableValue<?> when, Supplier<Integer> many) {
    when.when(parts.inUse())
        .subscribe(_ -> {
          int differ = many.get();
          tag.setText(parts.say(Message.of("choices.differ", differ)));
          tag.setVisible(differ > 0);
        });
    return this;
  }

  /** Adds parts below each other. */
  public Folded add(Node... nodes) {
    for (Node node : nodes) {
      node.getProperties().put(Folded.class, pane);
      inside.add(node);
    }
    return this;
  }

  private void fill() {
    if (pane.getContent() == null) {
      pane.setContent(body);
      parts.pieces().fill(body, inside.toArray(Node[]::new));
    }
  }

  /** Does this each time it is opened. */
  public Folded whenOpened(Runnable work) {
    pane.expandedProperty()
        .subscribe((_, open) -> {
          if (open) {
            work.run();
          }
        });
    return this;
  }

  /** Opens what is folded around a node, whether or not it was opened before. */
  static void openAround(Node node) {
    Node at = node;
    while (at != null) {
      if (at instanceof TitledPane around) {
        around.setExpanded(true);
      }
      Node above = at.getParent();
      at =
          above == null && at.getProperties().get(Folded.class) instanceof TitledPane around
              ? around
              : above;
    }
  }

  /** Opened or not. */
  public TitledPane node() {
    return pane;
  }
}
