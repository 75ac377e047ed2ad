package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A page comes part by part and is whole in the end. */
@InWindow
final class PiecesTest {
  private final Pieces pieces = Pieces.spread();
  private VBox page;

  @Start
  void open(Stage stage) {
    page = new VBox();
    stage.setScene(new Scene(page, 400, 400));
    stage.show();
  }

  private static List<Node> lines(int many) {
    return IntStream.range(0, many).mapToObj(i -> (Node) new Label("line " + i)).toList();
  }

  private static void await(Callable<Boolean> holds) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
  }

  @Test
  void whatHasManyPartsIsWholeInTheEndAndInItsOrder(FxRobot robot) throws Exception {
    var all = lines(40);
    var box = new VBox(all.toArray(Node[]::new));
    robot.interact(() -> {
      pieces.fill(page, new Label("head"), box);
      assertThat(page.getChildren()).isEmpty();
    });
    await(() -> box.getChildren().size() == 40);
    assertThat(box.getChildren()).isEqualTo(all);
    assertThat(page.getChildren()).hasSize(2).endsWith(box);
  }

  @Test
  void aBoxThatIsChangedInTheMeantimeStaysAsItWasChanged(FxRobot robot) throws Exception {
    var box = new VBox(lines(400).toArray(Node[]::new));
    var other = new Label("other");
    var last = new Pane();
    robot.interact(() -> {
      pieces.fill(page, box, last);
      pieces.then(() -> {});
      box.getChildren().addListener((Observable _) -> changeIt(box, other));
    });
    await(() -> last.getParent() != null);
    assertThat(box.getChildren()).containsExactly(other);
  }

  /**
   * Once some lines are back, after this pulse; each takes so long that one pulse is not enough.
   */
  private static void changeIt(VBox box, Label other) {
    long until = System.nanoTime() + 100_000;
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    if (box.getChildren().size() == 10) {
      Platform.runLater(() -> box.getChildren().setAll(other));
    }
  }

  @Test
  void beforeTheWindowIsSeenAllIsThereAtOnce(FxRobot robot) {
    var shown = new boolean[1];
    var opening = Pieces.spreadWhile(() -> shown[0]);
    var box = new VBox(lines(40).toArray(Node[]::new));
    var later = new Label("later");
    robot.interact(() -> {
      opening.fill(page, box);
      assertThat(page.getChildren()).containsExactly(box);
      assertThat(box.getChildren()).hasSize(40);
      shown[0] = true;
      opening.fill(page, later);
      assertThat(page.getChildren()).containsExactly(box);
    });
  }

  @Test
  void theFocusWaitsForItsNode(FxRobot robot) throws Exception {
    var field = new TextField();
    robot.interact(() -> {
      Pieces.focus(field);
      pieces.fill(page, new TextField(), field);
    });
    await(field::isFocused);
  }

  @Test
  void nothingComesAfterTheEnd(FxRobot robot) {
    robot.interact(() -> {
      pieces.fill(page, lines(3).toArray(Node[]::new));
      pieces.end();
      pieces.then(() -> page.getChildren().add(new Label("late")));
    });
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(page.getChildren()).isEmpty();
  }

  @Test
  void aListHasItsWholeHeightAfterSomePulses(FxRobot robot) throws Exception {
    var list = new ListView<String>();
    IntStream.range(0, 100).forEach(i -> list.getItems().add("row " + i));
    var unrolled = new Unrolled(pieces, list, 24);
    unrolled.setPrefHeight(300);
    robot.interact(() -> page.getChildren().add(unrolled));
    await(() -> list.getHeight() == 300);
    assertThat(list.getWidth()).isEqualTo(unrolled.getWidth());
  }

  @Test
  void aListWhoseRowsAreAllMadeAnewBeginsWithOneOfThem(FxRobot robot) throws Exception {
    var list = new ListView<String>();
    IntStream.range(0, 100).forEach(i -> list.getItems().add("row " + i));
    var unrolled = new Unrolled(pieces, list, 24);
    unrolled.setPrefHeight(300);
    robot.interact(() -> page.getChildren().add(unrolled));
    await(() -> list.getHeight() == 300);
    robot.interact(() -> {
      unrolled.again();
      page.layout();
      assertThat(list.getHeight()).isEqualTo(24);
    });
    await(() -> list.getHeight() == 300);
  }
}
