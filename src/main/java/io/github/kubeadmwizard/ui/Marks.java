package io.github.kubeadmwizard.ui;

import javafx.scene.Group;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** The boxes behind the matches of a search in a line; the chosen one is stronger. */
final class Marks {
  /** Where the characters from one to another stand, such as {@code Text::rangeShape}. */
  interface Shape {
    PathElement[] of(int from, int to);
  }

  private final Path found = path("match");
  private final Path chosen = path("chosen-match");
  private final Group node = new Group(found, chosen);

  private static Path path(String style) {
    var path = new Path();
    path.getStyleClass().add(style);
    return path;
  }

  Group node() {
    return node;
  }

  /**
   * Marks what is found in the text.
   *
   * @param chosenOne which of the matches is the chosen one, from 0; -1 for none of this line
   */
  void show(String text, Needle needle, int chosenOne, Shape shape) {
    var starts = needle.in(text);
    clear();
    for (int i = 0; i < starts.length; i++) {
      var box = shape.of(starts[i], starts[i] + needle.length());
      (i == chosenOne ? chosen : found).getElements().addAll(box);
    }
    found.setVisible(!found.getElements().isEmpty());
    chosen.setVisible(!chosen.getElements().isEmpty());
  }

  private void clear() {
    if (found.isVisible() || chosen.isVisible()) {
      found.getElements().clear();
      chosen.getElements().clear();
    }
  }
}
