package io.github.kubeadmwizard.wizard.step.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import io.github.kubeadmwizard.wizard.step.choice.PageStage;
import java.util.Locale;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class CniPageTest {
  private final Choices choices = new Choices(3).read();
  private Stage stage;

  @Start
  void keep(Stage stage) {
    this.stage = stage;
  }

  @Test
  void noPluginAtAllIsChosenByAClickAndTakesTheOptionsAway(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    shown.show(Locale.ENGLISH, parts -> new CniPage(parts, new CniModel(choices.basis())));
    assertThat(shown.focus()).isEqualTo("cni-FLANNEL");
    assertThat(shown.sees("flannel-options")).isTrue();
    shown.click("cni-NONE");
    assertThat(choices.spec().cni().name()).isEqualTo(CniSpec.Name.NONE);
    assertThat(shown.sees("flannel-options")).isFalse();
  }

  @Test
  void anotherBackendIsPickedAndAWrongPacketSizeLedTo(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    var model = new CniModel(choices.basis());
    Page page = shown.show(Locale.ENGLISH, parts -> new CniPage(parts, model));
    shown.click("backend");
    robot.clickOn("host-gw");
    assertThat(choices.spec().cni().backend()).contains("host-gw");
    shown.type("cni-mtu", "1400");
    robot.interact(() -> assertThat(page.leave()).isFalse());
    robot.interact(() -> {}); // the focus comes with the next turn
    assertThat(shown.text("cni-mtu-error")).startsWith("With host-gw");
  }

  @Test
  void fivePluginsAreLockedWithTheirReason(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    shown.show(Locale.ENGLISH, parts -> new CniPage(parts, new CniModel(choices.basis())));
    assertThat(robot.lookup(".choice").queryAll()).hasSize(6);
    assertThat(robot.lookup(".choice.locked").queryAll()).hasSize(5);
    assertThat(robot.lookup(".radio-button").queryAll()).hasSize(2);
  }
}
