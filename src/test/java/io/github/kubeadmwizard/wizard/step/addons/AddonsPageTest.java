package io.github.kubeadmwizard.wizard.step.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import io.github.kubeadmwizard.wizard.step.choice.PageStage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
final class AddonsPageTest {
  private final Choices choices = new Choices(3).read();
  private Stage stage;

  @Start
  void keep(Stage stage) {
    this.stage = stage;
  }

  @Test
  void hasNoControlThatDoesNothing(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    Page page =
        shown.show(
            Locale.ENGLISH, parts -> new AddonsPage(parts, new AddonsModel(choices.basis())));
    assertThat(robot.lookup(".button").queryAllAs(Button.class)).noneMatch(PageStage::isSeen);
    assertThat(robot.lookup(".toggle-switch").queryAll()).isEmpty();
    robot.interact(() -> assertThat(page.leave()).isTrue());
  }

  @Test
  void addonsOfAFileAreLeftOutByAClick(FxRobot robot) {
    choices
        .draft()
        .change(
            spec -> spec.with(new AddonsSpec(
                    List.of(new AddonSpec.Unmade(AddonSpec.Name.ROOK, Map.of())), List.of())));
    var shown = new PageStage(robot, stage);
    Page page =
        shown.show(
            Locale.ENGLISH, parts -> new AddonsPage(parts, new AddonsModel(choices.basis())));
    robot.interact(() -> assertThat(page.leave()).isFalse());
    robot.interact(() -> {}); // the focus comes with the next turn
    assertThat(shown.focus()).isEqualTo("leave-out");
    shown.click("leave-out");
    assertThat(choices.spec().addons()).isEqualTo(AddonsSpec.DEFAULT);
    robot.interact(() -> assertThat(page.leave()).isTrue());
  }
}
