package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Rows that take long to make come over several layouts, and all that fit are there in the end. */
@InWindow
final class LineRowsTest {
  private static final int LINES = 100;
  private static final long SLOW_NANOS = 3_000_000;

  private final List<Slow> made = new ArrayList<>();
  private VBox page;

  @Start
  void open(Stage stage) {
    page = new VBox();
    stage.setScene(new Scene(page, 400, 300));
    stage.show();
  }

  /** A row of which two do not go into one layout. */
  private final class Slow implements LineRow {
    private final Label label = new Label();

    private Slow() {
      long end = System.nanoTime() + SLOW_NANOS;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      made.add(this);
    }

    @Override
    public Region node() {
      return label;
    }

    @Override
    public void show(long position) {
      label.setText("line " + position);
    }

    @Override
    public double wholeWidth() {
      return 10;
    }

    @Override
    public void shift(double x) {}
  }

  /** As many lines as there are numbers. */
  private static final class Numbers implements RowSource {
    @Override
    public long first() {
      return 0;
    }

    @Override
    public long end() {
      return LINES;
    }

    @Override
    public long lineAt(long position) {
      return position;
    }

    @Override
    public long positionOf(long line) {
      return line;
    }
  }

  private LineRows rows(Pieces pieces) {
    var rows =
        new LineRows(new Numbers(), Slow::new, new SimpleBooleanProperty(false), "nothing", pieces);
    rows.setMinHeight(0);
    rows.setPrefHeight(212);
    return rows;
  }

  private static List<String> lines(int many) {
    return IntStream.range(0, many).mapToObj(i -> "line " + i).toList();
  }

  /** What is to be read, from above. */
  private static List<String> seen(LineRows rows) {
    return rows.lookupAll(".label").stream()
        .filter(node -> node.getParent().getParent() == rows && node.isVisible())
        .sorted((one, other) -> Double.compare(one.getLayoutY(), other.getLayoutY()))
        .map(node -> ((Label) node).getText())
        .toList();
  }

  private static void awaitLines(LineRows rows, int many) throws Exception {
    Patience.await(() -> seen(rows).equals(lines(many)));
  }

  @Test
  void aLayoutMakesNoMoreThanItHasTimeForAndTheOthersFollow(FxRobot robot) throws Exception {
    var rows = rows(Pieces.spread());
    robot.interact(() -> {
      page.getChildren().add(rows);
      page.layout();
      assertThat(made).hasSizeBetween(1, 2);
      assertThat(seen(rows)).isEqualTo(lines(made.size()));
    });
    awaitLines(rows, 10);
    assertThat(rows.fitting()).isEqualTo(10);
    assertThat(made).hasSize(10);
  }

  @Test
  void theyFollowAlsoWhereItBecomesHigher(FxRobot robot) throws Exception {
    var rows = rows(Pieces.spread());
    robot.interact(() -> page.getChildren().add(rows));
    awaitLines(rows, 10);
    robot.interact(() -> {
      rows.setPrefHeight(272);
      page.layout();
      assertThat(made).hasSizeBetween(11, 12);
    });
    awaitLines(rows, 13);
    robot.interact(() -> rows.setPrefHeight(132));
    awaitLines(rows, 6);
  }

  @Test
  void theyFollowWhereItBecomesLowerMeanwhile(FxRobot robot) throws Exception {
    var rows = rows(Pieces.spread());
    robot.interact(() -> {
      page.getChildren().add(rows);
      page.layout();
      rows.setPrefHeight(92);
    });
    awaitLines(rows, 4);
    WaitForAsyncUtils.waitForFxEvents(20);
    assertThat(made).hasSize(4);
  }

  @Test
  void whereAllIsToBeThereAtOnceItIsThereAfterOneLayout(FxRobot robot) {
    var rows = rows(Pieces.atOnce());
    robot.interact(() -> {
      page.getChildren().add(rows);
      page.layout();
      assertThat(seen(rows)).isEqualTo(lines(10));
      rows.setPrefHeight(272);
      page.layout();
      assertThat(seen(rows)).isEqualTo(lines(13));
    });
  }
}
