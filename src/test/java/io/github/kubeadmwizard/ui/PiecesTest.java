package io.github.kubeadmwizard.ui;

import static io.github.kubeadmwizard.ui.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
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
  private int pulses;

  @Start
  void open(Stage stage) {
    page = new VBox();
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        pulses++;
      }
    }.start();
    stage.setScene(new Scene(page, 400, 400));
    stage.show();
  }

  private static List<Node> lines(int many) {
    return IntStream.range(0, many).mapToObj(i -> (Node) new Label("line " + i)).toList();
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
  void aPageThatIsLeftComesOnOnceItIsSeenAgain(FxRobot robot) throws Exception {
    var seen = new SimpleBooleanProperty(true);
    var ofPage = pieces.during(seen);
    var others = new boolean[1];
    robot.interact(() -> {
      ofPage.fill(page, lines(3).toArray(Node[]::new));
      seen.set(false);
      ofPage.fill(page, new Label("more"));
      pieces.then(() -> others[0] = true);
    });
    await(() -> others[0]);
    int pulse = pulses;
    await(() -> pulses > pulse + 3);
    assertThat(page.getChildren()).isEmpty();
    robot.interact(() -> seen.set(true));
    await(() -> page.getChildren().size() == 4);
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

  @Test
  void whatAPartIsMadeOfIsMadeBeforeItInPulsesOfItsOwn(FxRobot robot) throws Exception {
    var made = new ArrayList<Integer>();
    var slow = new Late<>(() -> slow("slow", made));
    var slower = new Late<>(() -> slow("slower", made));
    robot.interact(() -> {
      pieces.fillLate(page, () -> new HBox(slow.get(), slower.get()), slow, slower);
      assertThat(made).isEmpty();
    });
    await(() -> page.getChildren().size() == 1);
    assertThat(made).hasSize(2).doesNotHaveDuplicates();
  }

  /** Notes in which pulse it was made, and takes longer than a pulse may. */
  private Label slow(String text, List<Integer> made) {
    made.add(pulses);
    long end = System.nanoTime() + 3_000_000;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return new Label(text);
  }

  @Test
  void whatIsAskedForBeforeItsTurnIsMadeOnce() {
    var many = new int[1];
    var late = new Late<>(() -> many[0]++);
    assertThat(late.get()).isEqualTo(late.get());
    assertThat(many[0]).isEqualTo(1);
  }

  @Test
  void theFirstComesBeforeAllThatWaits(FxRobot robot) throws Exception {
    var done = new ArrayList<String>();
    robot.interact(() -> {
      pieces.then(() -> done.add("waits"));
      pieces.first(() -> done.add("first"));
    });
    await(() -> done.size() == 2);
    assertThat(done).containsExactly("first", "waits");
  }

  @Test
  void aBoxTakesRoomOnceAllOfItIsThere(FxRobot robot) throws Exception {
    var box = new StackPane();
    box.setVisible(false);
    box.setManaged(false);
    var form = new VBox(lines(20).toArray(Node[]::new));
    var seen = new ArrayList<Integer>();
    box.managedProperty().subscribe((_, _) -> seen.add(form.getChildren().size()));
    robot.interact(() -> {
      page.getChildren().add(box);
      pieces.open(box, form);
      assertThat(form.getChildren()).isEmpty();
      assertThat(box.isManaged()).isFalse();
      assertThat(box.getOpacity()).isZero();
    });
    await(box::isManaged);
    assertThat(seen).containsExactly(20);
    assertThat(box.getOpacity()).isEqualTo(1);
  }

  @Test
  void aBoxThatWasClosedMeanwhileStaysClosed(FxRobot robot) throws Exception {
    var box = new StackPane();
    box.setVisible(false);
    box.setManaged(false);
    var done = new boolean[1];
    robot.interact(() -> {
      page.getChildren().add(box);
      pieces.open(box, new VBox(lines(20).toArray(Node[]::new)));
      box.setVisible(false);
      box.getChildren().clear();
      pieces.then(() -> done[0] = true);
    });
    await(() -> done[0]);
    assertThat(box.isManaged()).isFalse();
  }
}
