package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.text.Message;
import javafx.scene.Node;

/**
 * One step on the screen. It holds no state of its own: it is built anew when the language changes.
 */
public interface Page {

  /** What it shows. */
  StepModel model();

  /** What is drawn, the same node at each call. */
  Node node();

  /** It is shown now: the focus goes to its first field, or to what is wrong. */
  void shown();

  /**
   * The user wants to go on.
   *
   * @return whether the way is free; where it is not, the page has led to what is wrong
   */
  boolean leave();

  /** Whether going on is the one thing to do now; only that button is accented. */
  default boolean isNextTheThingToDo() {
    return true;
  }

  /** What the button for going on says. */
  default Message next() {
    return Message.of("wizard.next");
  }
}
