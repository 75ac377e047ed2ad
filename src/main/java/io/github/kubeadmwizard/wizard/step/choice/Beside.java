package io.github.kubeadmwizard.wizard.step.choice;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Two parts side by side, or below each other where there is no room. */
public final class Beside {
  private final Region fixed;
  private final Region growing;
  private final double width;
  private final boolean fixedFirst;
  private final VBox box = new VBox();

  /**
   * @param fixed is this wide when both are side by side
   * @param fixedFirst whether it stands left and above
   * @param least below it there is no room for both, in pixels
   */
  public Beside(Region fixed, double width, Region growing, boolean fixedFirst, double least) {
    this.fixed = fixed;
    this.growing = growing;
    this.width = width;
    this.fixedFirst = fixedFirst;
    growing.setMinWidth(0);
    HBox.setHgrow(growing, Priority.ALWAYS);
    place(false);
    box.widthProperty()
        .map(now -> now.doubleValue() > 0 && now.doubleValue() < least)
        .subscribe((_, narrow) -> Platform.runLater(() -> place(narrow)));
  }

  private void place(boolean narrow) {
    fixed.setMinWidth(narrow ? 0 : width);
    fixed.setPrefWidth(narrow ? Region.USE_COMPUTED_SIZE : width);
    fixed.setMaxWidth(narrow ? Double.MAX_VALUE : width);
    Region first = fixedFirst ? fixed : growing;
    Region second = fixedFirst ? growing : fixed;
    box.getChildren().clear();
    Node both;
    if (narrow) {
      both = new VBox(16, first, second);
    } else {
      var row = new HBox(20, first, second);
      row.setFillHeight(false);
      both = row;
    }
    box.getChildren().add(both);
  }

  /** What is drawn. */
  public Node node() {
    return box;
  }
}
