package io.github.kubeadmwizard.wizard.step.choice;

import java.util.Arrays;
import javafx.application.Platform;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Fields side by side, equally wide. */
public final class Columns {
  private Columns() {}

  /** In one row; where there is less room than they need, they become narrower together. */
  public static GridPane of(Node... nodes) {
    return in(nodes.length, nodes);
  }

  /** In rows of so many. */
  public static GridPane in(int many, Node... nodes) {
    var grid = new GridPane(16, 16);
    for (int i = 0; i < many; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / many);
      grid.getColumnConstraints().add(column);
    }
    Arrays.stream(nodes)
        .forEach(node -> {
          int place = grid.getChildren().size();
          if (node instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
          }
          GridPane.setValignment(node, VPos.TOP);
          grid.add(node, place % many, place / many);
        });
    return grid;
  }

  /** In rows of so many, and one fewer where there is less room than this. */
  public static Node folding(int many, double least, Node... nodes) {
    var box = new VBox(in(many, nodes));
    box.widthProperty()
        .map(width -> width.doubleValue() > 0 && width.doubleValue() < least)
        .subscribe((_, narrow) ->
            Platform.runLater(() -> box.getChildren().setAll(in(narrow ? many - 1 : many, nodes))));
    return box;
  }
}
