package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.wizard.Step;
import java.util.function.Consumer;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * A start that ends by itself, after a look at each page. Java learns from it what a start needs,
 * and what a page needs when it is shown first, when an installer is made; asked for by the system
 * property {@value #PROPERTY}.
 */
final class Rehearsal {
  static final String PROPERTY = "kubeadmwizard.rehearsal";
  private static final Duration EACH = Duration.seconds(1);

  private Rehearsal() {}

  static boolean isAsked() {
    return Boolean.getBoolean(PROPERTY);
  }

  /**
   * Walks through the steps and closes the window.
   *
   * @param show shows a step
   */
  static void begin(Stage stage, Consumer<Step> show) {
    var walk = new Timeline();
    Duration at = EACH;
    for (Step step : Step.all()) {
      at = at.add(EACH);
      walk.getKeyFrames().add(new KeyFrame(at, _ -> show.accept(step)));
    }
    walk.getKeyFrames().add(new KeyFrame(at.add(EACH), _ -> stage.close()));
    walk.play();
  }
}
