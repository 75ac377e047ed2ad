package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@InWindow
final class LogViewTest {
  private static final Instant NOON =
      Instant.parse("2026-11-21T12:00:00Z")
          .atZone(ZoneId.of("UTC"))
          .withZoneSameLocal(ZoneId.systemDefault())
          .toInstant();

  @TempDir private Path directory;

  private final LogStore store = new LogStore(5_000);
  private final LogModel model = new LogModel(store);
  private LogView view;

  @Start
  void show(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    view =
        new LogView(
            new Words(Locale.ENGLISH), model, () -> Optional.of(directory.resolve("saved.log")));
    stage.setScene(new Scene(view, 900, 262));
    stage.show();
  }

  @Test
  void saysWhatWillBeThereWhileItIsEmpty(FxRobot robot) throws TimeoutException {
    var empty = robot.lookup(".line-rows .empty").queryAs(Label.class);
    until(empty::isVisible);
    assertThat(empty.getText())
        .isEqualTo("Nothing has been logged yet. Lines appear here as the machines work.");
    store.add(NOON, "n1", LogLevel.INFO, "hello");
    until(() -> rows(robot).equals(List.of("12:00:00 n1 info hello")));
    assertThat(empty.isVisible()).isFalse();
  }

  @Test
  void followsTheNewestLineUntilOneScrollsUpAndAgainFromEnd(FxRobot robot) throws TimeoutException {
    fill(100);
    until(() -> lastRow(robot).endsWith("line 99"));
    wheel(robot, 40);
    assertThat(model.followingProperty().get()).isFalse();
    assertThat(lastRow(robot)).endsWith("line 96");
    fill(100);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(lastRow(robot)).endsWith("line 96");
    robot.clickOn(".line-rows").type(KeyCode.END);
    assertThat(model.followingProperty().get()).isTrue();
    fill(3);
    until(() -> lastRow(robot).endsWith("line 2"));
  }

  @Test
  void whatOneReadsStaysInPlaceUntilItIsPushedOut(FxRobot robot) throws TimeoutException {
    fill(4_000);
    until(() -> lastRow(robot).endsWith("line 3999"));
    robot.clickOn(".line-rows").type(KeyCode.HOME);
    assertThat(rows(robot).getFirst()).endsWith("line 0");
    fill(1_000);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(rows(robot).getFirst()).endsWith("line 0");
    fill(1);
    until(() -> rows(robot).getFirst().endsWith("line 1"));
  }

  @Test
  void keysScrollAndSelectAndCopyTheExactText(FxRobot robot) throws TimeoutException {
    fill(100);
    until(() -> lastRow(robot).endsWith("line 99"));
    robot.clickOn(".line-rows").type(KeyCode.HOME);
    robot.press(KeyCode.SHIFT).type(KeyCode.DOWN, 2).release(KeyCode.SHIFT);
    copyByKeys(robot);
    until(() -> clipboard(robot).equals(lines(0, 2)));
    robot.type(KeyCode.PAGE_DOWN).type(KeyCode.UP);
    assertThat(rows(robot).getFirst()).endsWith("line 2");
    copyByKeys(robot);
    int lead = 2 + robot.lookup(".line-rows").<LineRows>query().fitting() - 1 - 1;
    until(() -> clipboard(robot).equals(lines(lead, lead)));
  }

  @Test
  void everythingCanBeSelectedAndCopied(FxRobot robot) throws TimeoutException {
    fill(100);
    until(() -> lastRow(robot).endsWith("line 99"));
    var said = new CopyOnWriteArrayList<String>();
    var copy = robot.lookup(".copy-button").queryAs(Button.class);
    copy.textProperty().addListener((property, before, text) -> said.add(text));
    robot.clickOn(".line-rows");
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    copyByKeys(robot);
    until(() -> clipboard(robot).equals(lines(0, 99)));
    until(() -> said.equals(List.of("Copied", "Copy")));
  }

  @Test
  void theMouseSelectsFromRowToRow(FxRobot robot) throws TimeoutException {
    fill(5);
    until(() -> rows(robot).size() == 5);
    robot.clickOn(row(robot, 1));
    copyByKeys(robot);
    until(() -> clipboard(robot).equals(lines(1, 1)));
    robot.moveTo(row(robot, 2)).press(MouseButton.PRIMARY).moveTo(row(robot, 0));
    robot.release(MouseButton.PRIMARY);
    copyByKeys(robot);
    until(() -> clipboard(robot).equals(lines(0, 2)));
  }

  @Test
  void searchIsDoneByKeysAlone(FxRobot robot) throws TimeoutException {
    fill(100);
    until(() -> lastRow(robot).endsWith("line 99"));
    robot.clickOn(".line-rows");
    robot.press(KeyCode.CONTROL).type(KeyCode.F).release(KeyCode.CONTROL);
    robot.write("LINE 7");
    until(() -> count(robot).equals("11 of 11"));
    robot.type(KeyCode.F3);
    until(() -> count(robot).equals("1 of 11"));
    assertThat(rows(robot)).anyMatch(row -> row.endsWith("line 7"));
    robot.press(KeyCode.SHIFT).type(KeyCode.F3).release(KeyCode.SHIFT);
    until(() -> count(robot).equals("11 of 11"));
    assertThat(rows(robot)).anyMatch(row -> row.endsWith("line 79"));
    robot.write("zz");
    until(() -> count(robot).equals("No match"));
    robot.type(KeyCode.ESCAPE);
    assertThat(model.searchProperty().get()).isEmpty();
  }

  @Test
  void filtersByHostFromTheListAndFromCode(FxRobot robot) throws TimeoutException {
    store.add(NOON, "n1", LogLevel.INFO, "a");
    store.add(NOON, "n2", LogLevel.WARN, "b");
    until(() -> rows(robot).size() == 2);
    robot.interact(() -> model.filterProperty().set(LogFilter.everything().of("n2")));
    until(() -> rows(robot).equals(List.of("12:00:00 n2 warn b")));
    var hosts =
        (ComboBox<?>) robot.lookup(".combo-box").queryAllAs(ComboBox.class).iterator().next();
    assertThat(hosts.getValue()).isEqualTo(Optional.of("n2"));
    robot.clickOn(hosts).type(KeyCode.UP).type(KeyCode.ENTER);
    until(() -> rows(robot).equals(List.of("12:00:00 n1 info a")));
    assertThat(model.filterProperty().get()).isEqualTo(LogFilter.everything().of("n1"));
  }

  @Test
  void savesTheLinesThatPassTheFilter(FxRobot robot) throws Exception {
    store.add(NOON, "n1", LogLevel.INFO, "left out");
    store.add(NOON, "", LogLevel.WARN, "两行");
    store.add(NOON.plusMillis(5), "n2", LogLevel.ERROR, "  it failed");
    robot.interact(
        () -> model.filterProperty().set(new LogFilter(Optional.empty(), LogLevel.WARN)));
    robot.clickOn("Save");
    var notice = robot.lookup(".notice").queryAs(Label.class);
    until(notice::isVisible);
    var file = directory.resolve("saved.log");
    assertThat(notice.getText()).isEqualTo("2 lines were saved to " + file + ".");
    var offset = ZoneId.systemDefault().getRules().getOffset(NOON);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "2026-11-21T12:00:00.000" + offset + " warn 两行",
            "2026-11-21T12:00:00.005" + offset + " n2 error   it failed");
  }

  @Test
  void saysWhyAFileCouldNotBeWritten(FxRobot robot) throws IOException, TimeoutException {
    Files.createDirectory(directory.resolve("saved.log"));
    store.add(NOON, "n1", LogLevel.INFO, "a");
    robot.clickOn("Save");
    var notice = robot.lookup(".notice").queryAs(Label.class);
    until(notice::isVisible);
    assertThat(notice.getText()).startsWith("Not saved to " + directory.resolve("saved.log"));
  }

  @Test
  void marksWhatIsFoundAndTintsWarnings(FxRobot robot) throws TimeoutException {
    store.add(NOON, "n1", LogLevel.WARN, "etcd and etcd");
    robot.interact(() -> model.searchProperty().set("etcd"));
    until(() -> robot.lookup(".chosen-match").query().isVisible());
    assertThat(robot.lookup(".match").query().isVisible()).isTrue();
    assertThat(row(robot, 0).getPseudoClassStates()).extracting(Object::toString).contains("warn");
  }

  private void fill(int lines) {
    for (int i = 0; i < lines; i++) {
      store.add(NOON, "n1", LogLevel.INFO, "line " + i);
    }
  }

  private static String lines(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(i -> "12:00:00 n1 info line " + i + "\n")
        .collect(Collectors.joining());
  }

  private static void copyByKeys(FxRobot robot) {
    robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
  }

  private static void wheel(FxRobot robot, double up) {
    var rows = robot.lookup(".line-rows").query();
    robot.interact(() -> Wheel.turn(rows, up));
  }

  private static String clipboard(FxRobot robot) {
    var text = new String[1];
    robot.interact(() -> text[0] = Clipboard.getSystemClipboard().getString());
    return String.valueOf(text[0]);
  }

  private static String count(FxRobot robot) {
    return robot.lookup(".match-count").queryAs(Label.class).getText();
  }

  private static String lastRow(FxRobot robot) {
    return rows(robot).isEmpty() ? "" : rows(robot).getLast();
  }

  private static List<String> rows(FxRobot robot) {
    return robot.lookup(".line-row").queryAll().stream()
        .filter(Node::isVisible)
        .map(row -> (String) row.queryAccessibleAttribute(AccessibleAttribute.TEXT))
        .toList();
  }

  private static Node row(FxRobot robot, int index) {
    return robot.lookup(".line-row").nth(index).query();
  }

  private static void until(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
