package io.github.kubeadmwizard.wizard.step.choice;

import java.util.Arrays;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

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
}
