package io.github.kubeadmwizard.app;

import java.util.Iterator;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * A start that ends by itself, after the {@linkplain Tour tour} of everything. Java learns from it
 * what a start needs, and what each thing needs when it is shown first, when an installer is made;
 * asked for by the system property {@value #PROPERTY}.
 */
final class Rehearsal {
  static final String PROPERTY = "kubeadmwizard.rehearsal";
  private static final Duration EACH = Duration.millis(200);

  /** For one stop, in such steps. */
  private static final int PATIENCE = 600;

  private final Stage stage;
  private final Iterator<Tour.Stop> stops;
  private final Timeline clock = new Timeline(new KeyFrame(EACH, _ -> step()));
  private Tour.Stop now;
  private boolean begun;
  private int waited;

  private Rehearsal(Stage stage) {
    this.stage = stage;
    stops = Tour.stops(stage).iterator();
    now = stops.next();
  }

  static boolean isAsked() {
    return Boolean.getBoolean(PROPERTY);
  }

  /** Goes on the tour and closes the window. */
  static void begin(Stage stage) {
    var rehearsal = new Rehearsal(stage);
    rehearsal.clock.setCycleCount(Timeline.INDEFINITE);
    rehearsal.clock.play();
  }

  private void step() {
    waited++;
    if (waited > PATIENCE) {
      clock.stop();
      System.err.println("The rehearsal does not get beyond: " + now.what());
      System.exit(1); // and so does the build
    }
    if (!begun && now.ready().getAsBoolean()) {
      begun = true;
      Platform.runLater(now.act()); // may wait for a window to close
    } else if (begun && now.done().getAsBoolean()) {
      next();
    }
  }

  private void next() {
    if (stops.hasNext()) {
      now = stops.next();
      begun = false;
      waited = 0;
    } else {
      clock.stop();
      stage.close();
    }
  }
}
