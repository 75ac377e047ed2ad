package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What remembers its height is at any time as high as what is measured each time it is asked. */
@InWindow
final class SteadyHeightsTest {
  private static final String LONG =
      "JavaFX asks for the least and the wished height of what wraps several times in each layout.";
  private static final List<Double> WIDTHS = List.of(-1.0, 90.0, 200.0, 90.0, 330.0);

  private Doc plain;
  private Doc steady;

  /** A box with a paragraph in it, and one with a text in a box in a box. */
  record Doc(VBox box, VBox inner, TextFlow flow, Text text) {
    static Doc of(VBox box, VBox inner, TextFlow above, TextFlow flow) {
      var text = new Text(LONG);
      above.getChildren().add(new Text("Above " + LONG));
      flow.getChildren().add(text);
      inner.getChildren().add(flow);
      box.getChildren().addAll(above, inner);
      return new Doc(box, inner, flow, text);
    }
  }

  /** Counts how often it is asked how high it would be; JavaFX itself remembers nothing of it. */
  private static final class Counting extends Region {
    private int asked;

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
      asked++;
      return 5;
    }

    @Override
    protected double computePrefHeight(double width) {
      asked++;
      return 10;
    }
  }

  @Start
  void open(Stage stage) {
    plain = Doc.of(new VBox(), new VBox(), new TextFlow(), new TextFlow());
    steady = Doc.of(new SteadyBox(), new SteadyBox(), new SteadyText(), new SteadyText());
    stage.setScene(new Scene(new HBox(plain.box(), steady.box()), 600, 400));
    stage.getScene().getStylesheets().add("data:text/css,.large { -fx-font-size: 30px; }");
    stage.show();
  }

  static Stream<Named<Consumer<Doc>>> changes() {
    return Stream.of(
        change("a longer text", doc -> doc.text().setText(LONG + LONG)),
        change("a shorter text", doc -> doc.text().setText("short")),
        change("a font", doc -> doc.text().setFont(Font.font(40))),
        change("a style", doc -> doc.text().setStyle("-fx-font-size: 25px")),
        change("a style class", doc -> doc.text().getStyleClass().add("large")),
        change("a style from above", doc -> doc.box().setStyle("-fx-font-size: 20px")),
        change("space of lines", doc -> doc.flow().setLineSpacing(9)),
        change("a run more", doc -> doc.flow().getChildren().add(new Text(LONG))),
        change("no run", doc -> doc.flow().getChildren().clear()),
        change("a paragraph more", doc -> doc.inner().getChildren().add(new Label("one more"))),
        change("a paragraph less", doc -> doc.box().getChildren().removeFirst()),
        change("an inner paragraph less", doc -> doc.inner().getChildren().clear()),
        change("one that is not managed", doc -> doc.flow().setManaged(false)),
        change("a wished height", doc -> doc.flow().setPrefHeight(77)),
        change("a least height", doc -> doc.flow().setMinHeight(99)),
        change("space between", doc -> doc.box().setSpacing(7)),
        change("space inside", doc -> doc.inner().setPadding(new Insets(3, 20, 5, 20))),
        change("space around", doc -> VBox.setMargin(doc.flow(), new Insets(11))));
  }

  private static Named<Consumer<Doc>> change(String name, Consumer<Doc> change) {
    return Named.of(name, change);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void isAsHighAsUsualAfterAChange(Consumer<Doc> change, FxRobot robot) {
    robot.interact(() -> {
      plain.box().getParent().layout();
      assertEqualHeights();
      List<Double> before = heights(steady, 200); // remembered now
      change.accept(plain);
      change.accept(steady);
      plain.box().applyCss();
      steady.box().applyCss();
      assertThat(heights(steady, 200)).isEqualTo(heights(plain, 200)).isNotEqualTo(before);
      assertEqualHeights();
      plain.box().getParent().layout();
      assertEqualHeights();
    });
  }

  private void assertEqualHeights() {
    for (double width : WIDTHS) {
      assertThat(heights(steady, width)).as("at " + width).isEqualTo(heights(plain, width));
    }
  }

  private static List<Double> heights(Doc doc, double width) {
    return Stream.of(doc.box(), doc.inner(), doc.flow())
        .flatMap(pane -> Stream.of(pane.prefHeight(width), pane.minHeight(width)))
        .toList();
  }

  @Test
  void whatIsInItIsMeasuredOnceForAWidth(FxRobot robot) {
    var counting = new Counting();
    robot.interact(() -> {
      Pane box = boxes(counting);
      assertThat(asked(counting, box, 200)).isPositive();
      assertThat(asked(counting, box, 200)).isZero();
      assertThat(asked(counting, box, 300)).isPositive();
      assertThat(asked(counting, box, 300)).isZero();
      counting.requestLayout();
      assertThat(asked(counting, box, 300)).isPositive();
      assertThat(asked(counting, box, 300)).isZero();
    });
  }

  /** Its box and the boxes around it ask it once each for the least and for the wished height. */
  @Test
  void boxesInBoxesDoNotAskMoreOften(FxRobot robot) {
    var alone = new Counting();
    var deep = new Counting();
    robot.interact(() -> {
      asked(alone, boxes(alone), 200);
      asked(deep, boxes(boxes(boxes(boxes(deep)))), 200);
    });
    assertThat(deep.asked).isEqualTo(alone.asked);
  }

  private static Pane boxes(Node node) {
    var box = new SteadyBox();
    box.getChildren().add(node);
    return box;
  }

  private static int asked(Counting counting, Pane box, double width) {
    int before = counting.asked;
    for (int i = 0; i < 3; i++) {
      box.minHeight(width);
      box.prefHeight(width);
    }
    return counting.asked - before;
  }
}
