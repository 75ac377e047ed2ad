package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.kubeadmwizard.help.Library;
import io.github.kubeadmwizard.help.Place;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Language;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.help.DrawnTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Help in the window, by its keys, its links and in both languages. */
@InWindow
final class WizardHelpTest {
  @TempDir private static Path directory;
  private WizardScreen screen;

  @Start
  void open(Stage stage) throws IOException {
    screen = new WizardScreen(stage, Files.createTempDirectory(directory, "home"));
  }

  @AfterEach
  void close() {
    screen.act(() -> screen.wizard().close());
  }

  @Test
  void f1OpensThePartOfEachPageAndEscClosesIt() {
    for (Step step : Step.all()) {
      screen.act(() -> screen.wizard().go(step));
      screen.robot.type(KeyCode.F1);
      screen.await("the part of " + step, () -> firstSeen().equals(Optional.of(english(step))));
      screen.robot.type(KeyCode.ESCAPE);
      assertThat(screen.find("help")).as(step.toString()).isEmpty();
    }
  }

  /** A page that is still being made takes the focus late: not from the help. */
  @Test
  void whoAsksWhileThePageComesCanLeaveByEsc() {
    for (Step step : Step.all()) {
      screen.act(() -> {
        screen.wizard().go(step);
        press(KeyCode.F1);
      });
      screen.await("the part of " + step, () -> firstSeen().equals(Optional.of(english(step))));
      WaitForAsyncUtils.waitForFxEvents(20);
      assertThat(isInHelp(screen.stage().getScene().getFocusOwner())).as(step.toString()).isTrue();
      screen.robot.type(KeyCode.ESCAPE);
      assertThat(screen.find("help")).as(step.toString()).isEmpty();
      assertThat(screen.stage().getScene().getFocusOwner()).as(step.toString()).isNotNull();
    }
  }

  private void press(KeyCode code) {
    var scene = screen.stage().getScene();
    Event.fireEvent(
        scene, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }

  private static boolean isInHelp(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if ("help".equals(at.getId())) {
        return true;
      }
    }
    return false;
  }

  @Test
  void theButtonOpensItAndItFollowsThePage() {
    screen.click("help-button");
    screen.await("hosts", () -> firstSeen().equals(Optional.of("Hosts")));
    screen.act(() -> screen.wizard().go(Step.NETWORK));
    screen.await("network", () -> firstSeen().equals(Optional.of("Network")));
    screen.click("help-button");
    assertThat(screen.find("help")).isEmpty();
  }

  @Test
  void aLinkLeadsOnAndBackLeadsBackToTheSamePlace() {
    screen.act(() -> screen.wizard().go(Step.REQUIREMENTS));
    screen.robot.type(KeyCode.F1);
    screen.await("its part", () -> firstSeen().equals(Optional.of("Requirements")));
    screen.awaitWhole();
    double before = text().getVvalue();
    follow("every check");
    screen.await("the checks", () -> texts().contains("Checks"));
    screen.click("help-back");
    screen.await("back", () -> Math.abs(text().getVvalue() - before) < 0.001);
    assertThat(firstSeen()).contains("Requirements");
  }

  @Test
  void itSpeaksTheLanguageOfTheWindowAndStaysOpen() {
    screen.robot.type(KeyCode.F1);
    screen.await("english", () -> texts().contains("Hosts"));
    screen.act(() -> screen.wizard().speak(Language.CHINESE));
    boolean translated = WizardHelpTest.class.getResource("/docs/zh_CN/wizard.md") != null;
    screen.await(
        "chinese",
        () ->
            translated
                ? texts().stream().anyMatch(text -> text.contains("主机"))
                : screen.shows("这部分只有英文"));
    assertThat(screen.find("help")).isPresent();
  }

  @Test
  void contentsAndSearchLeadIntoTheDocuments() {
    screen.click("help-button");
    screen.click("help-contents");
    screen.await("contents", () -> texts().containsAll(List.of("Contents", "The wizard")));
    screen.robot.clickOn("#help-search").write("toleration");
    screen.await("found", () -> texts().stream().anyMatch(text -> text.contains("toleration")));
    follow("Nodes");
    screen.await("its place", () -> firstSeen().equals(Optional.of("Nodes")));
  }

  @Test
  void aFindingLeadsToItsPartOfTheChecks() {
    assumeTrue(new Library(Locale.ENGLISH).has(new Place("checks.md", "Port-10250")));
    screen.reachPractice("6 hosts reached");
    screen.act(() -> screen.wizard().go(Step.REQUIREMENTS));
    screen.awaitText("2 checks block");
    screen.click("next");
    screen.robot.type(KeyCode.ENTER);
    screen.click("help-link");
    screen.await("its part", () -> firstSeen().equals(Optional.of("Port 10250 is free")));
  }

  @Test
  void theWheelOverALongLineOfCodeTurnsThePage() {
    screen.click("help-button");
    screen.click("help-contents");
    follow("Practice machines");
    screen.await("code", () -> screen.stage().getScene().lookup(".help-lines") != null);
    screen.robot.moveTo(".help-lines").scroll(3, VerticalDirection.DOWN);
    screen.await("further down", () -> text().getVvalue() > 0);
  }

  @Test
  void theAboutBoxNamesTheLibrariesAndCopiesAll() {
    screen.click("help-button");
    screen.click("help-contents");
    follow("About Kubeadm Wizard");
    screen.await("the box", () -> about().isPresent());
    var root = (BorderPane) about().orElseThrow();
    screen.await(
        "the libraries",
        () -> texts(root.getCenter()).containsAll(List.of("javafx-controls", "sshj", "MIT")));
    screen.act(() -> ((Button) root.lookup("#about-copy")).fire());
    var copied = new AtomicReference<String>();
    screen.act(() -> copied.set(Clipboard.getSystemClipboard().getString()));
    assertThat(copied.get())
        .startsWith("Kubeadm Wizard ")
        .contains("JavaFX: ", "com.hierynomus:sshj 0.", "(Apache-2.0)");
    screen.robot.type(KeyCode.ESCAPE);
    assertThat(about()).isEmpty();
  }

  private static Optional<Parent> about() {
    return Window.getWindows().stream()
        .map(window -> window.getScene().getRoot())
        .filter(root -> "about".equals(root.getId()))
        .findFirst();
  }

  @Test
  void inASmallWindowThePageStaysWhole() {
    screen.act(() -> {
      screen.stage().setWidth(900);
      screen.stage().setHeight(600);
    });
    screen.click("help-button");
    screen.await("help", () -> screen.find("help").isPresent());
    Bounds help = inScene(screen.find("help").orElseThrow());
    Bounds page = inScene(screen.find("add-host").orElseThrow());
    assertThat(page.getMaxX()).isLessThan(help.getMinX());
    assertThat(help.getMinX()).isGreaterThan(560);
  }

  private static Bounds inScene(Node node) {
    return node.localToScene(node.getBoundsInLocal());
  }

  private static String english(Step step) {
    return switch (step) {
      case CNI -> "CNI";
      case ADDONS -> "Add-ons";
      default -> step.name().charAt(0) + step.name().substring(1).toLowerCase(Locale.ROOT);
    };
  }

  private ScrollPane text() {
    return (ScrollPane) screen.find("help-text").orElseThrow();
  }

  /** By the keys, as soon as it is there. */
  private void follow(String words) {
    screen.await("the link to " + words, () -> link(words).isPresent());
    screen.act(() -> link(words).orElseThrow().requestFocus());
    screen.robot.type(KeyCode.ENTER);
  }

  private Optional<Text> link(String words) {
    return flows().stream()
        .flatMap(flow -> flow.getChildren().stream())
        .filter(node -> node.getStyleClass().contains("help-link"))
        .map(Text.class::cast)
        .filter(text -> text.getText().equals(words))
        .findFirst();
  }

  private List<String> texts() {
    return flows().stream().map(DrawnTexts::text).toList();
  }

  private static List<String> texts(Node scroll) {
    return DrawnTexts.in(((ScrollPane) scroll).getContent()).stream()
        .map(DrawnTexts::text)
        .toList();
  }

  /** The first line of the help that can be seen, in the order of the page. */
  private Optional<String> firstSeen() {
    if (screen.find("help-text").isEmpty()) {
      return Optional.empty();
    }
    double top = inScene(text()).getMinY();
    return flows().stream()
        .filter(flow -> inScene(flow).getMinY() >= top)
        .findFirst()
        .map(DrawnTexts::text);
  }

  private List<TextFlow> flows() {
    return screen.find("help-text").stream()
        .flatMap(node -> DrawnTexts.in(((ScrollPane) node).getContent()).stream())
        .toList();
  }
}
