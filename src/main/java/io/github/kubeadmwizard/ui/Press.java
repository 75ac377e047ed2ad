package io.github.kubeadmwizard.ui;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The time between the press of a key or mouse on a button and its release, which is when it acts:
 * if it is taken away or loses the focus in between, the press is lost. On the JavaFX thread.
 */
public final class Press {
  private Press() {}

  /**
   * Does this now, or as soon as no button with the focus is pressed, and after what that does.
   *
   * @param scene where something may be pressed; null: nothing is
   */
  public static void whenOver(@Nullable Scene scene, Runnable work) {
    if (scene != null
        && scene.getFocusOwner() instanceof ButtonBase button
        && button.isArmed()
        && button.isFocused()) {
      wait(scene, button, work);
    } else {
      work.run();
    }
  }

  private static void wait(Scene scene, ButtonBase button, Runnable work) {
    var heard = new Subscription[] {Subscription.EMPTY};
    Runnable again =
        () -> {
          heard[0].unsubscribe();
          Platform.runLater(() -> whenOver(scene, work));
        };
    heard[0] =
        Subscription.combine(
            button.armedProperty().subscribe((_, _) -> again.run()),
            button.focusedProperty().subscribe((_, _) -> again.run()));
  }
}
