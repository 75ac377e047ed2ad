package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.text.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class FirstPageTest {
  private Stage stage;

  @Start
  void keep(Stage stage) {
    this.stage = stage;
  }

  @Test
  void saysWhatTheProgramDoesAndHowToUseTheCommandLine(FxRobot robot) {
    assertThat(labels(robot, Locale.ENGLISH))
        .containsExactly(
            "Kubeadm Wizard",
            "From bare Linux machines to a Ready Kubernetes cluster, with kubeadm, over SSH.",
            "The pages of the wizard are still to come. The command line does the work today:"
                + " write what you want into cluster.yaml, then",
            "kubeadm-wizard --help names every command.");
    assertThat(robot.lookup(".text-area").queryAs(TextInputControl.class).getText().lines())
        .containsExactly(
            "kubeadm-wizard check cluster.yaml",
            "kubeadm-wizard plan cluster.yaml",
            "kubeadm-wizard install cluster.yaml");
  }

  @Test
  void speaksChinese(FxRobot robot) {
    assertThat(labels(robot, Locale.SIMPLIFIED_CHINESE)).contains("kubeadm-wizard --help 会列出所有命令。");
    assertThat(stage.getTitle()).isEqualTo("Kubeadm Wizard");
  }

  private List<String> labels(FxRobot robot, Locale language) {
    robot.interact(() -> new FirstPage(new Words(language)).showOn(stage));
    return robot.lookup(".label").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
  }
}
