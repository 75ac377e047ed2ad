package io.github.kubeadmwizard.app;

import javafx.scene.Scene;

/** The first picture of a window. */
final class FirstFrame {
  private FirstFrame() {}

  /** Runs this on JavaFX's thread when the scene was laid out for the first time. */
  static void of(Scene scene, Runnable then) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            then.run();
          }
        });
  }
}
