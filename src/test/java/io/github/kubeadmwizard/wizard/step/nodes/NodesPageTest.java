package io.github.kubeadmwizard.wizard.step.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import io.github.kubeadmwizard.wizard.step.choice.PageStage;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
final class NodesPageTest {
  private final Choices choices = new Choices(3).read();
  private Stage stage;

  @Start
  void keep(Stage stage) {
    this.stage = stage;
  }

  @Test
  void aTaintIsTypedAddedExplainedAndRemoved(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    var model = new NodesModel(choices.basis());
    shown.show(Locale.ENGLISH, parts -> new NodesPage(parts, model, Optional.empty()));
    robot.clickOn("n3");
    shown.type("add-taint", "dedicated=batch:NoSchedule");
    shown.click("add-taint-button");
    assertThat(choices.spec().hosts().get(2).taints())
        .containsExactly(TaintSpec.parse("dedicated=batch:NoSchedule"));
    assertThat(shown.text("toleration")).contains("key: dedicated");
    assertThat(shown.text("add-taint")).isEmpty();
    shown.click("copy");
    assertThat(shown.text("copy")).isEqualTo("Copied");

    robot.clickOn(".node-list .list-cell:selected .chip-remove");

    assertThat(choices.spec().hosts().get(2).taints()).isEmpty();
  }

  @Test
  void aTaintOfTheWrongFormIsToldAndNextLeadsThere(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    var model = new NodesModel(choices.basis());
    Page page = shown.show(Locale.ENGLISH, parts -> new NodesPage(parts, model, Optional.empty()));
    shown.type("add-taint", "dedicated");
    shown.tab();
    assertThat(shown.text("add-taint-error")).startsWith("key=value:Effect belongs here");
    robot.interact(() -> assertThat(page.leave()).isFalse());
    robot.interact(() -> {}); // the focus comes with the next turn
    assertThat(shown.focus()).isEqualTo("add-taint");
  }

  @Test
  void theSwitchLetsPodsRunOnControlPlanes(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    shown.show(
        Locale.ENGLISH,
        parts -> new NodesPage(parts, new NodesModel(choices.basis()), Optional.empty()));
    shown.click("pods-on-control-planes");
    assertThat(choices.spec().hosts().getFirst().isWorker()).isTrue();
    shown.click("pods-on-control-planes");
    assertThat(choices.spec().hosts().getFirst().isWorker()).isFalse();
  }
}
