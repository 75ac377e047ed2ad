package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.practice.Meeting;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.practice.PracticeHost;
import io.github.kubeadmwizard.practice.PracticeMachines;
import io.github.kubeadmwizard.practice.Trouble;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.WizardTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** The keys of docs/wizard.md, pressed; twelve machines, so that columns are shared. */
@InWindow
final class WizardKeysTest {
  private static final int HOSTS = 12;

  @TempDir private static Path directory;
  private WizardScreen screen;

  @Start
  void open(Stage stage) throws IOException {
    var home = Files.createTempDirectory(directory, "home");
    var usual = WizardScreen.tools(home, new Background(Platform::runLater), Pace.NONE);
    screen = new WizardScreen(stage, dozen(usual));
  }

  @AfterEach
  void close() {
    screen.act(() -> screen.wizard().close());
  }

  /** The last one has another program at the kubelet's port. */
  private static WizardTools dozen(WizardTools usual) {
    var machines = new ArrayList<PracticeHost>();
    var specs = new ArrayList<HostSpec>();
    for (int i = 1; i <= HOSTS; i++) {
      Set<Trouble> troubles = i == HOSTS ? Set.of(Trouble.PORT_TAKEN) : Set.of();
      var host =
          new PracticeHost("n" + i, "10.1.2." + i, "debian-13", 2, 3900, Meeting.KNOWN, troubles);
      machines.add(host);
      specs.add(
          HostSpec.of(
              host.address(), 22, "ops", Set.of(i == 1 ? Role.CONTROL_PLANE : Role.WORKER)));
    }
    var practice = new PracticeMachines(machines, Pace.NONE, Clock.systemUTC());
    return WizardScreen.with(
        usual,
        () ->
            new WizardTools.Practice(
                new Wiring(usual.directories()).practiceWorkshop(practice),
                ClusterSpec.of(usual.fresh().get().kubernetes(), specs).withName("dozen")));
  }

  private void requirements() {
    screen.act(() -> screen.wizard().practice());
    screen.awaitText(HOSTS + " hosts reached");
    screen.click("next");
    screen.awaitText("1 check blocks");
    screen.awaitWhole();
  }

  private TreeTableView<?> matrix() {
    return (TreeTableView<?>) screen.find("matrix").orElseThrow();
  }

  /** Chooses a cell, as arrows do. */
  private void choose(int row, int column) {
    screen.act(() -> {
      matrix().requestFocus();
      choose(matrix(), row, column);
    });
  }

  private static <T> void choose(TreeTableView<T> table, int row, int column) {
    table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
  }

  private void awaitPage(String title) {
    screen.await(
        title,
        () ->
            screen.stage().getScene().getRoot().lookupAll(".page-title").stream()
                .anyMatch(node -> ((javafx.scene.control.Labeled) node).getText().equals(title)));
  }

  @Test
  void controlAndADigitLeadToAStepThatWasReached() {
    requirements();
    screen.robot.press(KeyCode.SHORTCUT).type(KeyCode.DIGIT1).release(KeyCode.SHORTCUT);
    awaitPage("Reach your machines");
    screen.robot.press(KeyCode.SHORTCUT).type(KeyCode.DIGIT3).release(KeyCode.SHORTCUT);
    awaitPage("Reach your machines"); // nobody was there yet
    screen.act(() -> screen.wizard().go(Step.READY));
    screen.robot.press(KeyCode.SHORTCUT).type(KeyCode.DIGIT5).release(KeyCode.SHORTCUT);
    awaitPage("Connect the pods");
  }

  @Test
  void f8LeadsToWhatNeedsTheUserForthAndBack() {
    requirements();
    screen.act(() -> screen.wizard().go(Step.NODES));
    screen.robot.type(KeyCode.F8);
    awaitPage("Make every machine fit");
    screen.await("what blocks is opened", () -> screen.find("finding").isPresent());
    screen.act(() -> screen.wizard().go(Step.NODES));
    screen.robot.press(KeyCode.SHIFT).type(KeyCode.F8).release(KeyCode.SHIFT);
    awaitPage("Make every machine fit");
  }

  @Test
  void enterOpensACellAndEscClosesItsPanel() {
    requirements();
    screen.robot.type(KeyCode.F8); // chooses what blocks
    screen.await("its panel", () -> screen.find("finding").isPresent());
    screen.robot.type(KeyCode.ESCAPE);
    assertThat(screen.find("finding")).isEmpty();
    assertThat(matrix().isFocused()).isTrue();
    screen.robot.type(KeyCode.ENTER);
    assertThat(screen.find("finding")).isPresent();
  }

  @Test
  void enterInTheRowOfAGroupDoesWhatTheHeadOfTheColumnDoes() {
    requirements();
    choose(0, 2); // the workers, of which eleven are alike
    assertThat(screen.find("column")).isEmpty();
    screen.robot.type(KeyCode.ENTER);
    assertThat(screen.find("column")).isPresent();
    assertThat(screen.shows("n2\nn3\nn4")).isTrue();
    screen.robot.type(KeyCode.ESCAPE);
    assertThat(screen.find("column")).isEmpty();
  }

  @Test
  void enterAtTheNameOfAGroupFoldsAndOpensIt() {
    requirements();
    boolean open = matrix().getTreeItem(0).isExpanded();
    choose(0, 0);
    screen.robot.type(KeyCode.ENTER);
    assertThat(matrix().getTreeItem(0).isExpanded()).isEqualTo(!open);
    screen.robot.type(KeyCode.ENTER);
    assertThat(matrix().getTreeItem(0).isExpanded()).isEqualTo(open);
  }
}
