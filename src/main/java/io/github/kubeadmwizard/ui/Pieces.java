package io.github.kubeadmwizard.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ObservableBooleanValue;
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
  static final long ENOUGH_NANOS = 4_000_000;

  /** Nodes with fewer in them go to their place whole. */
  private static final int MANY = 4;

  /** What only arranges others, and may be without them for some pulses. */
  private static final Set<Class<?>> ARRANGING =
      Set.of(VBox.class, SteadyBox.class, HBox.class, GridPane.class, FlowPane.class);

  private final BooleanSupplier spread;
  private boolean ended;
  private boolean resting;
  private Subscription hearing =
      Subscription.EMPTY; // holds what it hears, which may be held weakly
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

  /**
   * The same for a page, which comes only while this holds: what is not seen has no styles of what
   * is around it, and the page that is seen does not wait for it.
   */
  Pieces during(ObservableBooleanValue shown) {
    var ofPage = new Pieces(spread);
    ofPage.hearing = shown.subscribe(is -> ofPage.rest(!is));
    return ofPage;
  }

  private void rest(boolean rests) {
    resting = rests;
    go();
  }

  private void go() {
    if (resting || waiting.isEmpty()) {
      timer.stop();
    } else {
      timer.start();
    }
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

  /** Before all that waits already. */
  public void first(Runnable work) {
    if (areAtOnce()) {
      work.run();
    } else if (!ended) {
      waiting.addFirst(new Piece(work, false));
      go();
    }
  }

  private void then(Piece piece) {
    if (areAtOnce()) {
      piece.work().run();
    } else if (!ended) {
      waiting.add(piece);
      go();
    }
  }

  /** Puts these into a box in their order, and what has many parts part by part. */
  public void fill(Pane box, Node... nodes) {
    for (Node node : nodes) {
      then(() -> put(box, node));
    }
  }

  /**
   * The same for one that is made when its turn comes, after each of the parts that it is made of.
   */
  public void fillLate(Pane box, Supplier<? extends Node> node, Late<?>... of) {
    for (Late<?> part : of) {
      then(part::get);
    }
    then(() -> {
      Node made = node.get();
      first(() -> put(box, made));
    });
  }

  /**
   * Opens a box with this in it as soon as all of it is there, so that what is below moves once.
   */
  public void open(Pane box, Node node) {
    box.setOpacity(0);
    box.setVisible(true); // styles are worked out for what is seen
    box.getChildren().setAll(node);
    if (!areAtOnce()) {
      takeApart(node);
    }
    then(() -> {
      if (box.getChildren().contains(node)) {
        node.applyCss();
        box.setManaged(true);
        box.setOpacity(1);
      }
    });
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
        first(() -> putBack(pane, parts, before));
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

  /**
   * The focus goes there now, or as soon as it is on its page. It is styled before: a control has
   * its keys from its skin, and would lose one that comes before the next pulse.
   */
  public static void focus(Node node) {
    whenThere(
        node,
        () -> {
          node.applyCss();
          node.requestFocus();
        });
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
    hearing.unsubscribe();
    waiting.clear();
    timer.stop();
  }

  private boolean more() {
    return !waiting.isEmpty() && !waiting.getFirst().alone();
  }

  /** Another is begun if there is time for one like the last: the first of a kind take longest. */
  private void some() {
    if (waiting.getFirst().alone()) {
      waiting.removeFirst().work().run();
    } else {
      long began = System.nanoTime();
      long now = began;
      long last = 0;
      while (more() && now - began + last < ENOUGH_NANOS) {
        waiting.removeFirst().work().run();
        long end = System.nanoTime();
        last = end - now;
        now = end;
      }
    }
    go();
  }
}
