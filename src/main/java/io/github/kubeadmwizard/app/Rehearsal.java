package io.github.kubeadmwizard.app;

import javafx.animation.PauseTransition;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * A start that ends by itself. Java learns from it what a start needs, when an installer is made;
 * asked for by the system property {@value #PROPERTY}. Only the first page: what more is learnt,
 * every start has in its memory.
 */
final class Rehearsal {
  static final String PROPERTY = "kubeadmwizard.rehearsal";
  private static final Duration LONG_ENOUGH = Duration.seconds(3);

  private Rehearsal() {}

  static boolean isAsked() {
    return Boolean.getBoolean(PROPERTY);
  }

  /** Closes the window in a while. */
  static void begin(Stage stage) {
    var pause = new PauseTransition(LONG_ENOUGH);
    pause.setOnFinished(_ -> stage.close());
    pause.play();
  }
}
