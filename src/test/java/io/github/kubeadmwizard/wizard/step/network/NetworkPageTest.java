package io.github.kubeadmwizard.wizard.step.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import io.github.kubeadmwizard.wizard.step.choice.PageStage;
import java.util.Locale;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
final class NetworkPageTest {
  private final Choices choices = new Choices(3).read();
  private Stage stage;

  @Start
  void keep(Stage stage) {
    this.stage = stage;
  }

  private PageStage open(FxRobot robot, NetworkModel model) {
    var shown = new PageStage(robot, stage);
    page = shown.show(Locale.ENGLISH, parts -> new NetworkPage(parts, model));
    return shown;
  }

  private Page page;

  @Test
  void sayUnderTheFieldWhatIsWrongOnceItIsLeftAndMendItByTheButton(FxRobot robot) {
    var model = new NetworkModel(choices.basis());
    PageStage shown = open(robot, model);
    shown.type("pods", "10.80.0.0/12");
    assertThat(shown.sees("pods-error")).isFalse();
    shown.tab();
    assertThat(shown.text("pods-error"))
        .isEqualTo(
            "Overlaps with 10.88.0.0/24, which 3 hosts reach through eth0. They could no longer"
                + " reach it.");
    assertThat(shown.text("use-free-pods")).isEqualTo("Use 10.128.0.0/12");

    shown.click("use-free-pods");

    assertThat(shown.text("pods")).isEqualTo("10.128.0.0/12");
    assertThat(shown.sees("pods-error")).isFalse();
    assertThat(shown.text("capacity-pods"))
        .isEqualTo("4,096 nodes fit, 3 in use, a /24 for each. 450,560 pods, 110 on each node.");
  }

  @Test
  void nextLeadsToWhatIsWrongAlsoWhereItIsFoldedAway(FxRobot robot) {
    var model = new NetworkModel(choices.basis());
    PageStage shown = open(robot, model);
    robot.interact(() -> model.api().dataDir().text().set("etcd"));
    robot.interact(() -> assertThat(page.leave()).isFalse());
    robot.interact(() -> {}); // the focus comes with the next turn
    assertThat(shown.focus()).isEqualTo("etcd-data");
    assertThat(shown.sees("etcd-data-error")).isTrue();
  }

  @Test
  void anotherLanguageKeepsWhatIsTyped(FxRobot robot) {
    var model = new NetworkModel(choices.basis());
    open(robot, model).type("pods", "10.");
    var chinese = new PageStage(robot, stage);
    chinese.show(Locale.SIMPLIFIED_CHINESE, parts -> new NetworkPage(parts, model));
    assertThat(chinese.text("pods")).isEqualTo("10.");
    assertThat(chinese.text("capacity-services")).isEqualTo("可容纳 1,048,574 个 Service。");
  }

  @Test
  void offersTheFlagsOfTheVersionWhileTyping(FxRobot robot) {
    var model = new NetworkModel(choices.basis());
    PageStage shown = open(robot, model);
    shown.click("network-advanced");
    shown.click("args-kube-apiserver-add");
    shown.typeOn("audit-log-pa");
    robot.type(javafx.scene.input.KeyCode.DOWN);
    robot.type(javafx.scene.input.KeyCode.ENTER);
    assertThat(model.api().arguments().getFirst().pairs().lines().getFirst().name().get())
        .isEqualTo("audit-log-path");
  }

  @Test
  void anAddressIsPickedForAHost(FxRobot robot) {
    PageStage shown = open(robot, new NetworkModel(choices.basis()));
    shown.click("addresses");
    shown.click("node-address-n2");
    robot.clickOn("10.88.0.12 (eth0)");
    assertThat(choices.spec().hosts().get(1).nodeIP()).contains("10.88.0.12");
  }

  @Test
  void theMapIsReadOutAsText(FxRobot robot) {
    open(robot, new NetworkModel(choices.basis()));
    assertThat(robot.lookup("#address-map").query().getAccessibleText())
        .isEqualTo(
            "Hosts: 10.88.0.0/24, eth0 on 3 hosts. Services: 10.96.0.0/12. Pods: 10.244.0.0/16");
  }
}
