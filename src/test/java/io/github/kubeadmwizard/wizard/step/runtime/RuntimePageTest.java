package io.github.kubeadmwizard.wizard.step.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import io.github.kubeadmwizard.wizard.step.choice.PageStage;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
final class RuntimePageTest {
  private final Choices choices = new Choices(3).read();
  private Stage stage;

  @Start
  void keep(Stage stage) {
    this.stage = stage;
  }

  @Test
  void aVersionThatIsNotOfferedIsToldUnderTheFieldAndNextLeadsThere(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    var model = new RuntimeModel(choices.basis());
    Page page = shown.show(Locale.ENGLISH, parts -> new RuntimePage(parts, model));
    assertThat(shown.focus()).isEqualTo("version");
    robot.write("9");
    shown.tab();
    assertThat(shown.text("version-error"))
        .isEqualTo(
            "This program installs 1.37, 1.36, 1.35, or a full version of one of them, such as"
                + " 1.36.4.");
    robot.interact(() -> assertThat(page.leave()).isFalse());
    robot.interact(() -> {}); // the focus comes with the next turn
    assertThat(shown.focus()).isEqualTo("version");
  }

  @Test
  void ownAddressesShowTheirFieldsAndAreTaken(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    shown.show(Locale.ENGLISH, parts -> new RuntimePage(parts, new RuntimeModel(choices.basis())));
    shown.click("packages");
    robot.clickOn("Places of my own");
    shown.type("packages-kubernetes", "http://10.0.0.1/kubernetes");
    assertThat(choices.spec().packages().kubernetes()).contains("http://10.0.0.1/kubernetes");
  }

  @Test
  void aMirrorIsChosenByItsChineseNameAndSaysWhatComesFromIt(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    shown.show(
        Locale.SIMPLIFIED_CHINESE,
        parts -> new RuntimePage(parts, new RuntimeModel(choices.basis())));
    assertThat(robot.lookup("#origins").query().isVisible()).isFalse();
    shown.click("packages");
    robot.clickOn("清华大学 TUNA");
    shown.click("images-from");
    robot.clickOn("阿里云");
    assertThat(choices.spec().packages().docker())
        .contains("https://mirrors.tuna.tsinghua.edu.cn/docker-ce");
    var lines =
        robot.lookup("#origins .label").queryAllAs(Label.class).stream()
            .map(Label::getText)
            .toList();
    assertThat(lines)
        .hasSize(2)
        .anyMatch(line -> line.contains("https://mirrors.tuna.tsinghua.edu.cn/docker-ce"))
        .anyMatch(line ->
            line.startsWith("镜像：来自“阿里云”：kubeadm (registry.aliyuncs.com/google_containers)")
                && line.endsWith("仍来自上游：ghcr.io。"));
  }

  @Test
  void nextLeadsToAMirrorThatTheRuntimeCannotTake(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    var model = new RuntimeModel(choices.basis());
    Page page = shown.show(Locale.ENGLISH, parts -> new RuntimePage(parts, model));
    shown.click("images-from");
    robot.clickOn("DaoCloud");
    assertThat(shown.text("images-from-error")).isEmpty();
    shown.click("runtime-DOCKER");
    assertThat(shown.text("images-from-error")).contains("gcr.io, ghcr.io, quay.io");
    robot.interact(() -> assertThat(page.leave()).isFalse());
    robot.interact(() -> {}); // the focus comes with the next turn
    assertThat(shown.focus()).isEqualTo("images-from");
  }

  @Test
  void everyRuntimeCanBeChosenAndBringsItsPlaces(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    shown.show(Locale.ENGLISH, parts -> new RuntimePage(parts, new RuntimeModel(choices.basis())));
    assertThat(robot.lookup(".radio-button").queryAll()).hasSize(4);
    shown.click("runtime-CRI_O");
    assertThat(choices.spec().runtime().from()).isEqualTo(RuntimeSpec.Source.CRI_O_REPOSITORY);
    assertThat(robot.lookup("#runtime-from").queryComboBox().getItems()).hasSize(1);
  }

  @Test
  void aMirrorIsAddedByTyping(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    shown.show(Locale.ENGLISH, parts -> new RuntimePage(parts, new RuntimeModel(choices.basis())));
    shown.click("mirrors-folded");
    shown.click("mirrors-add");
    shown.typeOn("ghcr.io");
    shown.tab();
    shown.typeOn("http://10.0.0.1:5000");
    assertThat(choices.spec().images().mirrors()).containsEntry("ghcr.io", "http://10.0.0.1:5000");
  }
}
