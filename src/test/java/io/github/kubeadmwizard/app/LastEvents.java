package io.github.kubeadmwizard.app;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/** The last keys and clicks in a window, for the message of a test that waits in vain. */
final class LastEvents {
  private static final int MOST = 16;
  private final Deque<String> events = new ArrayDeque<>();

  LastEvents(Stage stage) {
    stage.addEventFilter(InputEvent.ANY, this::hear);
  }

  private void hear(InputEvent event) {
    var type = event.getEventType();
    if (type == MouseEvent.MOUSE_MOVED || type == MouseEvent.MOUSE_DRAGGED) {
      return;
    }
    if (events.size() == MOST) {
      events.removeFirst();
    }
    events.add(type + " on " + where(event.getTarget()));
  }

  /** The nearest node with a name, and how its button is. */
  private static String where(EventTarget target) {
    var node = target instanceof Node found ? found : null;
    while (node != null && node.getId() == null && node.getParent() != null) {
      node = node.getParent();
    }
    if (node instanceof ButtonBase button) {
      var states = button.getPseudoClassStates();
      return "%s %s, %s"
          .formatted(button.getId(), states, button.isArmed() ? "armed" : "not armed");
    }
    return String.valueOf(node == null ? target : node.getId());
  }

  @Override
  public String toString() {
    return events.toString();
  }
}
