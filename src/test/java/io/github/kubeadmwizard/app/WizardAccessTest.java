package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Language;
import io.github.kubeadmwizard.wizard.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.framework.junit5.Start;

/** Every page by keyboard and by ear, in both languages, with all that is folded away opened. */
@InWindow
final class WizardAccessTest {
  private static final double LEAST_TYPE = 11;
  private static final int MOST_TABS = 250;

  @TempDir private static Path directory;
  private final Set<String> wrong = new TreeSet<>();
  private WizardScreen screen;
  private String where = "";

  @Start
  void open(Stage stage) throws IOException {
    screen = new WizardScreen(stage, Files.createTempDirectory(directory, "home"));
  }

  @AfterEach
  void close() {
    screen.act(() -> screen.wizard().close());
  }

  @Test
  void everyPageCanBeHeardAndReachedByKeyboard() {
    look("no machines");
    screen.click("add-host");
    look("the form for a machine");
    reachAll();
    for (Language language : Language.values()) {
      screen.act(() -> screen.wizard().speak(language));
      for (Step step : Step.all()) {
        screen.act(() -> screen.wizard().go(step));
        settle();
        where = step + " in " + language;
        screen.act(this::unfold);
        settle();
        look(where);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void helpCanBeHeardAndItsLinksAreSeenWhenTheyAreReached() {
    for (Language language : Language.values()) {
      screen.act(() -> screen.wizard().speak(language));
      screen.click("help-button");
      look("help in " + language);
      screen.click("help-contents");
      look("contents in " + language);
      screen.click("help-close");
    }
    assertThat(wrong).isEmpty();
    screen.click("help-button");
    screen.click("help-contents");
    screen.act(() -> screen.find("help-search").orElseThrow().requestFocus());
    var links = new HashSet<Node>();
    for (int i = 0; i < 60; i++) {
      screen.robot.type(KeyCode.TAB);
      Node focus = focus();
      if (focus instanceof Text) {
        links.add(focus);
        Node text = screen.find("help-text").orElseThrow();
        assertThat(text.localToScene(text.getLayoutBounds()))
            .matches(
                seen -> seen.contains(focus.localToScene(focus.getLayoutBounds())), "in sight");
      }
    }
    assertThat(links).hasSizeGreaterThan(30);
  }

  @Test
  void tabGoesThroughThePageThenTheFooterThenTheSteps() {
    screen.act(() -> screen.wizard().practice());
    screen.await("keys", () -> screen.find("trust-all").filter(Node::isVisible).isPresent());
    screen.act(() -> screen.wizard().go(Step.READY)); // all steps are open
    for (Step step : Step.all()) {
      screen.act(() -> screen.wizard().go(step));
      settle();
      List<Node> round = round();
      List<String> zones = zones(round);
      assertThat(zones)
          .as(step.toString())
          .isIn(List.of("page", "footer", "sidebar"), List.of("footer", "sidebar"));
      assertThat(zone(round.getFirst())).as("first on " + step).isEqualTo(zones.getFirst());
    }
  }

  private void reachAll() {
    screen.act(() -> screen.wizard().practice());
    screen.click("trust-all");
    look("new keys");
    screen.click("trust-these");
    screen.await("password", () -> screen.find("give-secret").isPresent());
    look("a password");
    screen.act(() ->
        ((PasswordField) screen.stage().getScene().getRoot().lookup(".password-field"))
            .setText("abc12345"));
    screen.click("give-secret");
    screen.awaitText("6 hosts reached");
  }

  private void settle() {
    screen.awaitWhole();
  }

  private void unfold() {
    seen(TitledPane.class::isInstance).forEach(node -> ((TitledPane) node).setExpanded(true));
  }

  private void look(String place) {
    where = place;
    settle();
    screen.act(() -> {
      seen(node -> node instanceof Control && node.isFocusTraversable() && !isNamed(node))
          .forEach(node -> wrong.add(where + ": without a name: " + node));
      seen(node -> node instanceof Text text && isSmall(text))
          .forEach(node -> wrong.add(where + ": too small: " + ((Text) node).getText()));
      seen(node -> node instanceof Text text && text.getText().matches(".*_\\p{Alpha}\\)?.*"))
          .filter(node -> node.getParent() instanceof Button)
          .forEach(node -> wrong.add(where + ": mnemonic to be read: " + node));
      var accents = seen(node -> node.getStyleClass().contains("accent")).toList();
      if (accents.size() > 1) {
        wrong.add(where + ": several accents: " + accents);
      }
      letters();
    });
  }

  /** Two controls of one letter: the letter would do neither. */
  private void letters() {
    var letters = new HashSet<String>();
    seen(node -> node instanceof Labeled labeled && labeled.isMnemonicParsing())
        .map(node -> ((Labeled) node).getText())
        .filter(text -> text != null && text.contains("_"))
        .map(text ->
            text.substring(text.indexOf('_') + 1)
                .substring(0, 1)
                .toUpperCase(java.util.Locale.ROOT))
        .filter(letter -> !letters.add(letter))
        .forEach(letter -> wrong.add(where + ": a letter twice: " + letter));
  }

  private static boolean isSmall(Text text) {
    return !(text instanceof FontIcon)
        && !text.getText().isBlank()
        && text.getFont().getSize() < LEAST_TYPE;
  }

  private boolean isNamed(Node node) {
    boolean says = node instanceof Labeled labeled && isSaid(labeled.getText());
    return says
        || isSaid(node.getAccessibleText())
        || seen(label -> label instanceof Label named && node.equals(named.getLabelFor()))
            .findAny()
            .isPresent();
  }

  private static boolean isSaid(String text) {
    return text != null && !text.isBlank();
  }

  /** Everything that can be seen of this kind. */
  private Stream<Node> seen(Predicate<Node> kind) {
    var found = new ArrayList<Node>();
    collect(screen.stage().getScene().getRoot(), found);
    return found.stream().filter(kind);
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible()) {
      return;
    }
    found.add(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  private Node focus() {
    return screen.stage().getScene().getFocusOwner();
  }

  /** What has the focus, from one round of tabs. */
  private List<Node> round() {
    var round = new ArrayList<Node>();
    for (int i = 0; i < MOST_TABS; i++) {
      Node now = focus();
      if (!round.isEmpty() && now.equals(round.getFirst())) {
        return round;
      }
      round.add(now);
      screen.robot.type(KeyCode.TAB);
    }
    throw new AssertionError("Tab never comes round: " + round.reversed().subList(0, 5));
  }

  /** The parts of the window in the order of the round, begun with the page. */
  private static List<String> zones(List<Node> round) {
    var zones = new ArrayList<String>();
    for (Node node : round) {
      String zone = zone(node);
      if (zones.isEmpty() || !zones.getLast().equals(zone)) {
        zones.add(zone);
      }
    }
    if (zones.size() > 1 && zones.getFirst().equals(zones.getLast())) {
      zones.removeLast(); // it began in the middle of a part
    }
    String first = zones.contains("page") ? "page" : "footer";
    while (!zones.getFirst().equals(first)) {
      zones.add(zones.removeFirst());
    }
    return zones;
  }

  private static String zone(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains("sidebar") || at.getStyleClass().contains("footer")) {
        return at.getStyleClass().contains("footer") ? "footer" : "sidebar";
      }
    }
    return "page";
  }
}
