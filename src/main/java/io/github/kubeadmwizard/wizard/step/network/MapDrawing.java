package io.github.kubeadmwizard.wizard.step.network;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;

/** Bars, lines and words, each at its place in pixels. */
final class MapDrawing {
  private static final double LETTER = 7.3; // of the small type, on average
  private static final double IDEOGRAPH = 12.5;

  private final List<Node> nodes;

  /**
   * @param nodes what is drawn is added to them
   */
  MapDrawing(List<Node> nodes) {
    this.nodes = nodes;
  }

  void clear() {
    nodes.clear();
  }

  Region region(String style, double x, double y, double width, double height) {
    var region = new Region();
    region.getStyleClass().add(style);
    region.resizeRelocate(Math.rint(x), Math.rint(y), Math.max(1, Math.rint(width)), height);
    region.setManaged(false);
    nodes.add(region);
    return region;
  }

  void text(String text, double x, double y, String style) {
    var label = new Label(text);
    label.getStyleClass().addAll("small", style);
    label.relocate(Math.rint(x), Math.rint(y));
    nodes.add(label);
  }

  /** An area between corners, each with x and y. */
  void area(String style, double... corners) {
    var area = new Polygon(corners);
    area.getStyleClass().add(style);
    area.setManaged(false);
    nodes.add(area);
  }

  /** About how wide a text of the small type is, bold at most. */
  static double wide(String text) {
    return text.codePoints().mapToDouble(letter -> letter > 0x2E80 ? IDEOGRAPH : LETTER).sum();
  }
}
