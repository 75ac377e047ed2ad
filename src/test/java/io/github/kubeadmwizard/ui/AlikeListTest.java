package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** Rows that nobody sees are not made, and those that are seen are as high as they are. */
@InWindow
final class AlikeListTest {
  private static final int MANY = 100;
  private static final int HIGH = 50; // as high as three
  private static final double ROW = 40;
  private static final int IN_SIGHT = 10;

  private final Set<Integer> made = new TreeSet<>();
  private final ObservableList<Integer> items =
      FXCollections.observableArrayList(IntStream.range(0, MANY).boxed().toList());
  private AlikeList<Integer> list;

  @Start
  void open(Stage stage) {
    list = new AlikeList<>(items, row -> row == HIGH);
    list.setCellFactory(_ -> new Row());
    stage.setScene(new Scene(list, 300, ROW * IN_SIGHT));
    stage.show();
  }

  private final class Row extends ListCell<Integer> {
    @Override
    protected void updateItem(@Nullable Integer row, boolean empty) {
      super.updateItem(row, empty);
      setText(row == null ? "" : "row " + row);
      setPrefHeight(row != null && row == HIGH ? 3 * ROW : ROW);
      if (row != null) {
        made.add(row);
      }
    }
  }

  @Test
  void rowsOutOfSightAreNotMade(FxRobot robot) {
    robot.interact(() -> {
      for (int i = 1; i <= 20; i++) { // each layout has JavaFX measure a few more
        list.resize(300, ROW * IN_SIGHT - i % 2);
        list.layout();
      }
    });
    assertThat(made)
        .contains(0, IN_SIGHT - 1)
        .allMatch(row -> row <= IN_SIGHT + 2 || row == HIGH, "is in sight, or of its own kind");
  }

  @Test
  void theEndIsReachedWithoutTheMiddle(FxRobot robot) {
    robot.interact(() -> items.add(MANY));
    robot.interact(() -> {
      made.clear();
      list.scrollTo(MANY);
      assertThat(made).as("before the layout").hasSizeLessThan(3);
    });
    robot.interact(list::layout);
    assertThat(bottom(cell(MANY))).isCloseTo(list.getHeight(), within(2.0));
    assertThat(made).doesNotContain(20, 40, 60);
  }

  @Test
  void rowsOfAnyHeightStandBelowEachOther(FxRobot robot) {
    for (int from : new int[] {HIGH - 5, HIGH + 1, HIGH, MANY}) {
      robot.interact(() -> list.scrollTo(from));
      robot.interact(list::layout);
      for (int i = 0; i < 12; i++) {
        robot.interact(() -> scroll(37));
        robot.interact(this::standBelowEachOther);
      }
    }
  }

  private void scroll(double pixels) {
    Wheel.turn(list.lookup(".virtual-flow"), pixels);
    list.layout();
  }

  private void standBelowEachOther() {
    List<? extends ListCell<?>> cells =
        list.lookupAll(".list-cell").stream()
            .map(node -> (ListCell<?>) node)
            .filter(cell -> cell.isVisible() && !cell.isEmpty() && cell.getParent().isVisible())
            .sorted(Comparator.comparingInt(cell -> cell.getIndex()))
            .toList();
    for (int i = 1; i < cells.size(); i++) {
      assertThat(cells.get(i).getLayoutY())
          .as("row %s", cells.get(i).getIndex())
          .isCloseTo(cells.get(i - 1).getLayoutY() + cells.get(i - 1).getHeight(), within(1.0));
    }
    assertThat(cells).hasSizeGreaterThan(IN_SIGHT - 4);
  }

  private ListCell<?> cell(int index) {
    return list.lookupAll(".list-cell").stream()
        .map(node -> (ListCell<?>) node)
        .filter(cell -> cell.isVisible() && cell.getIndex() == index && !cell.isEmpty())
        .findFirst()
        .orElseThrow();
  }

  private double bottom(ListCell<?> cell) {
    return list.sceneToLocal(cell.localToScene(0, cell.getHeight())).getY();
  }
}
