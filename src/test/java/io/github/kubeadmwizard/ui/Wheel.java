package io.github.kubeadmwizard.ui;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;

/** The wheel of a mouse, which the headless platform has not. */
public final class Wheel {
  private Wheel() {}

  /** Turns it over this, on JavaFX's thread, so many pixels up, or down where they are below 0. */
  public static void turn(Node node, double up) {
    Event.fireEvent(
        node,
        new ScrollEvent(
            ScrollEvent.SCROLL,
            0,
            0,
            0,
            0,
            false,
            false,
            false,
            false,
            false,
            false,
            0,
            up,
            0,
            up,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }
}
