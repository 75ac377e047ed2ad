package io.github.kubeadmwizard.wizard.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.help.Block;
import io.github.kubeadmwizard.help.Library;
import io.github.kubeadmwizard.help.Place;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Patience;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.ui.Wheel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Documents come part by part, and are seen from where they were asked for. */
@InWindow
final class HelpPanelTest {
  private static final Place START = new Place("checks.md", "");
  private static final Place FAR = new Place("checks.md", "Swap");
  private static final Place OTHER = new Place("undo.md", "");
  private static final double TOP = 8;

  private final FxRobot robot = new FxRobot();
  private final HelpModel model = new HelpModel();
  private Library library;
  private Stage stage;

  @Start
  void open(Stage stage) {
    this.stage = stage;
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    show(Locale.ENGLISH);
  }

  private void show(Locale language) {
    library = new Library(language);
    var parts = new Parts(new Words(language), Pieces.spread());
    var panel = new HelpPanel(parts, model, library, _ -> {}, () -> {});
    stage.setScene(new Scene(panel.node(), 360, 700));
    stage.getScene().getStylesheets().add("/wizard/help.css");
    stage.show();
  }

  @Test
  void aPlaceFarDownIsAtTheTopAndStaysThereWhileTheRestComes() {
    var first =
        new ArrayList<Double>(); // how far down it is when it is seen, and how much is there
    robot.interact(() -> {
      model.open(FAR);
      assertThat(content().getOpacity()).isZero();
      content()
          .opacityProperty()
          .subscribe((_, _) -> {
            first.add(below("Swap is off"));
            first.add((double) content().getChildren().size());
          });
    });
    awaitWhole(FAR);
    assertThat(below("Swap is off")).isCloseTo(TOP, within(1.0));
    assertThat(content().getOpacity()).isEqualTo(1);
    assertThat(first).hasSize(2);
    assertThat(first.getFirst()).isCloseTo(TOP, within(1.0));
    assertThat(first.getLast()).isLessThan(parts(FAR));
  }

  @Test
  void aPlaceNearTheEndIsSeenAtTheEnd() {
    var last = new Place("checks.md", "AddOns");
    robot.interact(() -> model.open(last));
    awaitWhole(last);
    assertThat(scroll().getVvalue()).isEqualTo(1);
    assertThat(below("The add-ons fit the cluster")).isBetween(0.0, scroll().getHeight());
    assertThat(content().getOpacity()).isEqualTo(1);
  }

  @Test
  void aPlaceThatIsNotThereIsTheDocumentFromItsTop() {
    var nowhere = new Place("checks.md", "no-such-place");
    robot.interact(() -> model.open(FAR));
    awaitWhole(FAR);
    robot.interact(() -> model.open(nowhere));
    awaitWhole(nowhere);
    assertThat(scroll().getVvalue()).isZero();
    assertThat(below("Checks")).isBetween(0.0, 30.0);
    assertThat(content().getOpacity()).isEqualTo(1);
  }

  @Test
  void theWayBackLeadsToWhereOneWas() {
    robot.interact(() -> model.open(FAR));
    awaitWhole(FAR);
    robot.interact(() -> turnTheWheel(200));
    double before = scroll().getVvalue();
    double wasBelow = below("Swap is off");
    assertThat(wasBelow).isLessThan(0);
    robot.interact(() -> model.open(OTHER));
    awaitWhole(OTHER);
    robot.interact(() -> ((Button) robot.lookup("#help-back").query()).fire());
    awaitWhole(FAR);
    assertThat(scroll().getVvalue()).isCloseTo(before, within(0.0001));
    assertThat(below("Swap is off")).isCloseTo(wasBelow, within(1.0));
    assertThat(content().getOpacity()).isEqualTo(1);
  }

  @Test
  void anotherThatIsAskedForMeanwhileIsAllThatIsThere() {
    Left left = leftHalfWay(() -> model.open(OTHER));
    awaitWhole(OTHER);
    assertThat(texts().getFirst()).startsWith("Undo");
    assertThat(texts()).doesNotContain("Checks", "Machine");
    assertThat(scroll().getVvalue()).isZero();
    assertThat(content().getOpacity()).isEqualTo(1);
    left.assertNothingMoreCame();
  }

  @Test
  void afterItIsClosedNothingMoreOfItComes() {
    leftHalfWay(model::close).assertNothingMoreCame();
    robot.interact(() -> model.open(START));
    awaitWhole(START);
    assertThat(scroll().getVvalue()).isZero();
  }

  /** A document that was left while it came, and how much of it was there. */
  private record Left(Pane content, int many) {
    void assertNothingMoreCame() {
      WaitForAsyncUtils.waitForFxEvents(20);
      assertThat(content.getChildren()).hasSize(many);
    }
  }

  private Left leftHalfWay(Runnable leave) {
    robot.interact(() -> model.open(FAR));
    await("some of it", () -> content() != null && content().getChildren().size() > 3);
    var left = new Left[1];
    robot.interact(() -> {
      System.gc(); // whatever nobody holds would not hear that it is over
      left[0] = new Left(content(), content().getChildren().size());
      assertThat(left[0].many()).isLessThan(parts(FAR));
      leave.run();
    });
    return left[0];
  }

  @Test
  void whoScrollsWhileTheContentsComeStaysThere() {
    var scrolled = new ArrayList<Integer>();
    robot.interact(() -> model.show(new HelpModel.View.Contents()));
    await("it begins", () -> content() != null);
    robot.interact(() ->
        content()
            .heightProperty()
            .subscribe(height -> {
              if (scrolled.isEmpty() && height.doubleValue() > 1.2 * scroll().getHeight()) {
                scrolled.add(content().getChildren().size());
                Platform.runLater(() -> turnTheWheel(200));
              }
            }));
    await("all", () -> texts().contains("About Kubeadm Wizard"));
    WaitForAsyncUtils.waitForFxEvents(20);
    assertThat(scrolled).hasSize(1);
    assertThat(below("Contents")).isLessThan(-100);
  }

  @Test
  void theContentsBeginAtTheirTop() {
    robot.interact(() -> model.show(new HelpModel.View.Contents()));
    await("all", () -> texts().contains("About Kubeadm Wizard"));
    WaitForAsyncUtils.waitForFxEvents(20);
    assertThat(scroll().getVvalue()).isZero();
  }

  @Test
  void thatItIsInAnotherLanguageIsSaidFirst() {
    robot.interact(() -> show(Locale.SIMPLIFIED_CHINESE));
    String name = // decisions are in English only; a build without the others has all in English
        Stream.of("decisions/json.md", "wizard.md")
            .filter(one -> library.document(one).filter(library::isForeign).isPresent())
            .findFirst()
            .orElseThrow();
    var english = new Place(name, "no-such-place");
    robot.interact(() -> model.open(english));
    await(
        "all of it",
        () -> content() != null && content().getChildren().size() == 1 + parts(english));
    assertThat(content().getChildren().getFirst())
        .isInstanceOfSatisfying(Label.class, hint -> assertThat(hint.getText()).contains("英文"));
    await("it is seen", () -> content().getOpacity() == 1);
    assertThat(scroll().getVvalue()).isZero();
  }

  /** What remembers its height would otherwise leave out, or cover, what comes below. */
  @Test
  void eachPartIsAsHighAsItIsWhenItIsMeasuredAnew() {
    for (String document : List.of("getting-started.md", "checks.md", "pod-networks.md")) {
      var place = new Place(document, "");
      robot.interact(() -> model.open(place));
      awaitWhole(place);
      WaitForAsyncUtils.waitForFxEvents(20);
      double before = content().getHeight();
      robot.interact(() -> {
        again(content());
        scroll().layout();
      });
      WaitForAsyncUtils.waitForFxEvents(20);
      assertThat(content().getHeight()).as(document).isEqualTo(before);
    }
  }

  private void turnTheWheel(double down) {
    Wheel.turn(content(), -down);
  }

  private static void again(Node node) {
    if (node instanceof Parent parent) {
      parent.requestLayout();
      parent.getChildrenUnmodifiable().forEach(HelpPanelTest::again);
    }
  }

  private int parts(Place place) {
    return (int)
        library.document(place.document()).orElseThrow().blocks().stream()
            .filter(block -> !(block instanceof Block.Anchor))
            .count();
  }

  /** All of it is there, and has come to rest. */
  private void awaitWhole(Place place) {
    await(
        "all of " + place,
        () -> content() != null && content().getChildren().size() == parts(place));
    WaitForAsyncUtils.waitForFxEvents(20);
  }

  private static void await(String what, Callable<Boolean> holds) {
    try {
      Patience.await(holds);
    } catch (TimeoutException e) {
      throw new AssertionError("waited for: " + what, e);
    }
  }

  private ScrollPane scroll() {
    return robot.lookup("#help-text").query();
  }

  private Pane content() {
    return (Pane) scroll().getContent();
  }

  /** How far below the top of what is seen a line begins. */
  private double below(String line) {
    return flows().stream()
        .filter(flow -> DrawnTexts.text(flow).equals(line))
        .mapToDouble(flow -> flow.localToScene(0, 0).getY() - scroll().localToScene(0, 0).getY())
        .map(y -> y - scroll().getInsets().getTop())
        .findFirst()
        .orElseThrow();
  }

  private List<String> texts() {
    return flows().stream().map(DrawnTexts::text).toList();
  }

  private List<TextFlow> flows() {
    return content() == null ? List.of() : DrawnTexts.in(content());
  }
}
