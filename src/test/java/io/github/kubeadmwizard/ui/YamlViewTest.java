package io.github.kubeadmwizard.ui;

import static io.github.kubeadmwizard.ui.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
final class YamlViewTest {
  private static final String TEXT =
      IntStream.rangeClosed(1, 3_000)
          .mapToObj(i -> "key" + i + ": value\n")
          .collect(Collectors.joining());

  private YamlView view;
  private Stage stage;

  @Start
  void show(Stage stage) {
    this.stage = stage;
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    view = new YamlView(new Words(Locale.ENGLISH), Pieces.atOnce());
    view.show(TEXT, List.of(new LineRange(2, 3)));
    stage.setScene(new Scene(view, 600, 400));
    stage.show();
  }

  @Test
  void showsNumberedLinesAndSaysWhichDiffer(FxRobot robot) {
    assertThat(rows(robot))
        .startsWith(
            "1 key1: value",
            "2 key2: value, differs from kubeadm's default",
            "3 key3: value, differs from kubeadm's default",
            "4 key4: value")
        .hasSizeLessThan(30);
    assertThat(robot.lookup(".legend").query().isVisible()).isTrue();
    robot.interact(() -> view.show("a: 1", List.of()));
    assertThat(rows(robot)).containsExactly("1 a: 1");
    assertThat(robot.lookup(".legend").query().isVisible()).isFalse();
  }

  @Test
  void findsAndGoesFromMatchToMatch(FxRobot robot) {
    robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    robot.write("KEY99");
    assertThat(count(robot)).isEqualTo("1 of 11");
    assertThat(rows(robot)).contains("99 key99: value");
    robot.type(KeyCode.F3);
    assertThat(count(robot)).isEqualTo("2 of 11");
    assertThat(rows(robot)).contains("990 key990: value");
    robot.type(KeyCode.ENTER);
    assertThat(count(robot)).isEqualTo("3 of 11");
    robot.press(KeyCode.SHIFT).type(KeyCode.F3, 3).release(KeyCode.SHIFT);
    assertThat(count(robot)).isEqualTo("11 of 11");
  }

  @Test
  void copiesTheWholeByTheButtonAndSelectedLinesByKeys(FxRobot robot) {
    robot.clickOn("Copy");
    assertThat(clipboard(robot)).isEqualTo(TEXT);
    assertThat(robot.lookup("Copied").tryQuery()).isPresent();
    robot.clickOn(".line-rows").type(KeyCode.END);
    robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
    robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
    assertThat(clipboard(robot)).isEqualTo("key2999: value\nkey3000: value\n");
  }

  @Test
  void whereItComesInPiecesItIsTheSameInTheEnd(FxRobot robot) throws Exception {
    var inPieces = new YamlView(new Words(Locale.ENGLISH), Pieces.spread());
    inPieces.show(TEXT, List.of(new LineRange(2, 3)));
    List<String> atOnce = rows(robot);
    List<String> parts = parts(view);
    robot.interact(() -> {
      stage.getScene().setRoot(inPieces);
      assertThat(inPieces.getChildren()).isEmpty();
    });
    await(() -> rows(robot).equals(atOnce) && parts(inPieces).equals(parts));
    double before = stage.getHeight();
    robot.interact(() -> stage.setHeight(before + 7 * LineRows.ROW_HEIGHT));
    await(() -> rows(robot).size() == atOnce.size() + 7);
    assertThat(rows(robot).getLast()).isEqualTo(line(atOnce.size() + 7));
  }

  @Test
  void whereItComesAtOnceItIsThereAfterOneLayout(FxRobot robot) {
    var atOnce = new YamlView(new Words(Locale.ENGLISH), Pieces.atOnce());
    atOnce.show(TEXT, List.of());
    robot.interact(() -> {
      stage.getScene().setRoot(atOnce);
      atOnce.applyCss();
      atOnce.layout();
      assertThat(rows(robot)).hasSizeGreaterThan(10).endsWith(line(rows(robot).size()));
      assertThat(rows(robot)).hasSize(((LineRows) atOnce.lookup(".line-rows")).fitting());
    });
  }

  private static String line(int number) {
    return number + " key" + number + ": value";
  }

  private static List<String> parts(YamlView view) {
    return view.getChildren().stream().map(part -> part.getStyleClass().toString()).toList();
  }

  private static String clipboard(FxRobot robot) {
    var text = new String[1];
    robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
    return text[0];
  }

  private static String count(FxRobot robot) {
    return robot.lookup(".match-count").queryAs(Label.class).getText();
  }

  private static List<String> rows(FxRobot robot) {
    return robot.lookup(".line-row").queryAll().stream()
        .filter(Node::isVisible)
        .map(row -> (String) row.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .toList();
  }
}
