package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** A mirror is chosen after the machines passed; they have to reach it, too. */
@InWindow
final class WizardMirrorTest {
  private static final String MIRROR = "https://mirrors.aliyun.com/kubernetes-new";

  @TempDir private static Path directory;
  private WizardScreen screen;

  @Start
  void open(Stage stage) throws IOException {
    screen = WizardScreen.smooth(stage, Files.createTempDirectory(directory, "home"));
  }

  @AfterEach
  void close() {
    screen.act(() -> screen.wizard().close());
  }

  @Test
  void theMachinesTryTheMirrorWhenTheUserGoesOnAndTheReviewIsReadyWithTheirAnswers() {
    screen.reachPractice("5 hosts reached");
    screen.goOn(1);
    screen.awaitText("1 to look at");
    screen.goOn(1);
    screen.awaitText("Choose what runs the containers");
    chooseTheFirstMirror();
    screen.goOn(5);
    screen.awaitText("Packages from Aliyun");
    screen.awaitText("Ready to install");
    screen.act(() -> screen.wizard().go(Step.REQUIREMENTS));
    assertThat(isSaidOfACell(MIRROR)).as("tried by a machine: " + MIRROR).isTrue();
  }

  private void chooseTheFirstMirror() {
    screen.click("packages");
    screen.robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
    screen.await("a mirror", () -> "Aliyun".equals(said((ComboBox<?>) place())));
  }

  private javafx.scene.Node place() {
    return screen.find("packages").orElseThrow();
  }

  private static <T> String said(ComboBox<T> box) {
    return box.getConverter().toString(box.getValue());
  }

  /** Opens every cell of the first machine until one says so. */
  private boolean isSaidOfACell(String text) {
    screen.await("the matrix", () -> screen.find("matrix").isPresent());
    var table = (TreeTableView<?>) screen.find("matrix").orElseThrow();
    screen.act(() -> unfold(table));
    for (int row = 0; row < table.getExpandedItemCount(); row++) {
      int at = row;
      screen.act(() -> choose(table, at));
      if (screen.shows(text)) {
        return true;
      }
    }
    return false;
  }

  private static void unfold(TreeTableView<?> table) {
    for (int row = 0; row < table.getExpandedItemCount(); row++) {
      table.getTreeItem(row).setExpanded(true);
    }
  }

  private static <T> void choose(TreeTableView<T> table, int row) {
    table.getSelectionModel().clearAndSelect(row, table.getColumns().get(1));
  }
}
