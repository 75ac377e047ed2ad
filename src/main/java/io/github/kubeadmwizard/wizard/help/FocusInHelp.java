package io.github.kubeadmwizard.wizard.help;

import javafx.application.Platform;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The focus while the help is open. A page that is still being made takes it late, and would have
 * the arrows and Esc; until a person does something it comes back to the help, and goes where the
 * page wanted it once the help is closed.
 */
final class FocusInHelp {
  private final EventHandler<InputEvent> person = this::someoneDid;
  private @Nullable HelpPanel panel;
  private @Nullable Scene scene;
  private @Nullable Node before;
  private Subscription watching = Subscription.EMPTY;

  /** This panel was opened here. */
  void take(HelpPanel opened, Scene here) {
    letGo();
    panel = opened;
    scene = here;
    before = here.getFocusOwner();
    opened.takeFocus();
    here.addEventFilter(KeyEvent.KEY_PRESSED, person);
    here.addEventFilter(MouseEvent.MOUSE_PRESSED, person);
    watching = here.focusOwnerProperty().subscribe(this::moved);
  }

  /** The panel was closed. */
  void giveBack() {
    letGo();
    if (before != null && before.getScene() != null) {
      before.requestFocus();
    }
    before = null;
  }

  private void moved(@Nullable Node owner) {
    if (owner == null || isInPanel(owner)) {
      return;
    }
    before = owner;
    Platform.runLater(() -> {
      if (panel != null) {
        panel.takeFocus();
      }
    });
  }

  private boolean isInPanel(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (panel != null && at.equals(panel.node())) {
        return true;
      }
    }
    return false;
  }

  private void someoneDid(InputEvent event) {
    boolean opens = event instanceof KeyEvent key && key.getCode() == KeyCode.F1;
    if (!opens) {
      letGo();
    }
  }

  private void letGo() {
    watching.unsubscribe();
    watching = Subscription.EMPTY;
    if (scene != null) {
      scene.removeEventFilter(KeyEvent.KEY_PRESSED, person);
      scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, person);
    }
    scene = null;
    panel = null;
  }
}
