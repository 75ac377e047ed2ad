package io.github.kubeadmwizard.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/**
 * Work on what is shown, one piece after the other and only a few milliseconds of it in each pulse,
 * so that a page of hundreds of nodes never holds the window. On the JavaFX thread.
 */
public final class Pieces {
  /** A frame has 16 ms; the last piece, layout and drawing need most of them. */
  private static final long ENOUGH_NANOS = 4_000_000;

  /** Nodes with fewer in them go to their place whole. */
  private static final int MANY = 10;

  /** What only arranges others, and may be without them for some pulses. */
  private static final Set<Class<?>> ARRANGING =
      Set.of(VBox.class, HBox.class, GridPane.class, FlowPane.class);

  private final BooleanSupplier spread;
  private boolean ended;
  private final Deque<Piece> waiting = new ArrayDeque<>();
  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          some();
        }
      };

  /**
   * @param alone whether it has a pulse to itself
   */
  private record Piece(Runnable work, boolean alone) {}

  private Pieces(BooleanSupplier spread) {
    this.spread = spread;
  }

  /** Spread over as many pulses as they take. */
  public static Pieces spread() {
    return spreadWhile(() -> true);
  }

  /**
   * Spread while this holds, such as that the window is seen: one that opens has nobody to wait
   * for, and is to be whole.
   */
  public static Pieces spreadWhile(BooleanSupplier holds) {
    return new Pieces(holds);
  }

  /** All done as soon as they are named. */
  public static Pieces atOnce() {
    return spreadWhile(() -> false);
  }

  /** Whether nothing waits now. */
  boolean areAtOnce() {
    return !spread.getAsBoolean();
  }

  /** After all that waits already. */
  public void then(Runnable work) {
    then(new Piece(work, false));
  }

  /**
   * After all that waits already, and in a pulse of its own: the layout that follows is the work.
   */
  public void thenAlone(Runnable work) {
    then(new Piece(work, true));
  }

  private void then(Piece piece) {
    if (areAtOnce()) {
      piece.work().run();
    } else if (!ended) {
      waiting.add(piece);
      timer.start();
    }
  }

  /** Puts these into a box in their order, and what has many parts part by part. */
  public void fill(Pane box, Node... nodes) {
    for (Node node : nodes) {
      then(() -> put(box, node));
    }
  }

  /** The same for one that is made when its turn comes. */
  public void fillLate(Pane box, Supplier<? extends Node> node) {
    then(() -> put(box, node.get()));
  }

  /** Styles are worked out here, where the time is watched, and not all together in the pulse. */
  private void put(Pane box, Node node) {
    if (!areAtOnce() && count(node) > MANY) {
      takeApart(node);
    }
    box.getChildren().add(node);
    node.applyCss();
  }

  private void takeApart(Node node) {
    if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
      takeApart(scroll.getContent());
    } else if (node instanceof Pane pane && ARRANGING.contains(pane.getClass())) {
      List<Node> parts = List.copyOf(pane.getChildren());
      pane.getChildren().clear();
      for (int i = parts.size() - 1; i >= 0; i--) {
        int before = i;
        waiting.addFirst(new Piece(() -> putBack(pane, parts, before), false));
      }
    }
  }

  /** Whoever has changed the box in the meantime knows better. */
  private void putBack(Pane pane, List<Node> parts, int before) {
    Node node = parts.get(before);
    if (node.getParent() == null && pane.getChildren().equals(parts.subList(0, before))) {
      put(pane, node);
    }
  }

  private static int count(Node node) {
    int many = 1;
    if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
      many += count(scroll.getContent());
    } else if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        many += count(child);
      }
    }
    return many;
  }

  /** The focus goes there now, or as soon as it is on its page. */
  public static void focus(Node node) {
    whenThere(node, node::requestFocus);
  }

  /** Does this now, or as soon as the node is on its page. */
  public static void whenThere(Node node, Runnable work) {
    if (node.getScene() != null) {
      work.run();
      return;
    }
    var waiting = new Subscription[1];
    waiting[0] =
        node.sceneProperty()
            .subscribe((_, _) -> {
              waiting[0].unsubscribe();
              Platform.runLater(() -> whenThere(node, work));
            });
  }

  /** What still waits, or comes, is not wanted any more. */
  public void end() {
    ended = true;
    waiting.clear();
    timer.stop();
  }

  private boolean more() {
    return !waiting.isEmpty() && !waiting.getFirst().alone();
  }

  private void some() {
    long began = System.nanoTime();
    if (waiting.getFirst().alone()) {
      waiting.removeFirst().work().run();
    } else {
      while (more() && System.nanoTime() - began < ENOUGH_NANOS) {
        waiting.removeFirst().work().run();
      }
    }
    if (waiting.isEmpty()) {
      timer.stop();
    }
  }
}
