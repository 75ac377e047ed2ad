package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.Wizard;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * A start that ends by itself: opens the practice machines, shows each page once and closes the
 * window. Java learns from it what a start needs, when an installer is made; asked for by the
 * system property {@value #PROPERTY}.
 */
final class Rehearsal {
  static final String PROPERTY = "kubeadmwizard.rehearsal";
  private static final Duration EACH = Duration.millis(400);

  private final Wizard wizard;
  private final Stage stage;

  Rehearsal(Wizard wizard, Stage stage) {
    this.wizard = wizard;
    this.stage = stage;
  }

  static boolean isAsked() {
    return Boolean.getBoolean(PROPERTY);
  }

  /** Begins; on JavaFX's thread. */
  void begin() {
    var scenes = new Timeline(new KeyFrame(EACH, _ -> wizard.practice()));
    Duration at = EACH;
    for (Step step : Step.values()) {
      at = at.add(EACH);
      scenes.getKeyFrames().add(new KeyFrame(at, _ -> wizard.go(step)));
    }
    scenes.setOnFinished(_ -> stage.close());
    scenes.play();
  }
}
