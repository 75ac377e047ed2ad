package io.github.kubeadmwizard.ui;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** What is seen of something that scrolls. */
public final class Sight {
  private Sight() {}

  /** The pane that this scrolls in; empty where it does not scroll. */
  public static Optional<ScrollPane> around(Node node) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof ScrollPane scroll) {
        return Optional.of(scroll);
      }
    }
    return Optional.empty();
  }

  /**
   * Scrolls so far that a node is seen whole; not at all where it is.
   *
   * @param node in the pane's content
   * @param above how much is to be seen above it then, in pixels
   */
  public static void bring(ScrollPane scroll, Node node, double above) {
    Node content = scroll.getContent();
    Bounds place = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double seen = scroll.getViewportBounds().getHeight();
    double room = content.getBoundsInLocal().getHeight() - seen;
    double top = scroll.getVvalue() * room;
    boolean inSight = place.getMinY() >= top && place.getMaxY() <= top + seen;
    if (room > 0 && !inSight) {
      scroll.setVvalue(Math.clamp((place.getMinY() - above) / room, 0, 1));
    }
  }
}
