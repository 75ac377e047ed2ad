package io.github.kubeadmwizard.wizard.step.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import io.github.kubeadmwizard.wizard.step.choice.PageStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

  private Page show(PageStage shown) {
    return shown.show(
        Locale.ENGLISH,
        parts ->
            new AddonsPage(
                parts,
                new AddonsModel(choices.basis()),
                () -> Optional.of(Path.of("/home/me/web.yaml"))));
  }

  @Test
  void anAddonIsChosenByAClickAndShowsItsOptions(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    Page page = show(shown);
    assertThat(shown.focus()).isEqualTo("addon-dashboard");
    assertThat(shown.sees("any-certificate")).isFalse();
    shown.click("addon-metricsServer");
    assertThat(shown.sees("any-certificate")).isTrue();
    shown.click("any-certificate");
    assertThat(choices.spec().addons().chosen()).containsExactly(new AddonSpec.MetricsServer(true));
    robot.interact(() -> assertThat(page.leave()).isTrue());
  }

  @Test
  void aPoolThatIsMissingIsLedTo(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    Page page = show(shown);
    shown.click("addon-metallb");
    robot.interact(() -> assertThat(page.leave()).isFalse());
    robot.interact(() -> {}); // the focus comes with the next turn
    assertThat(shown.focus()).isEqualTo("pool");
    shown.type("pool", "10.88.0.200-10.88.0.220");
    robot.interact(() -> assertThat(page.leave()).isTrue());
  }

  @Test
  void aFileIsAddedByTheDialog(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    show(shown);
    shown.click("own-browse");
    assertThat(choices.spec().addons().manifests()).containsExactly("/home/me/web.yaml");
  }

  @Test
  void addonsOfAFileAreLeftOutByAClick(FxRobot robot) {
    choices
        .draft()
        .change(spec ->
            spec.with(
                new AddonsSpec(
                    List.of(new AddonSpec.Unmade(AddonSpec.Name.ROOK, Map.of())), List.of())));
    var shown = new PageStage(robot, stage);
    Page page = show(shown);
    robot.interact(() -> assertThat(page.leave()).isFalse());
    robot.interact(() -> {}); // the focus comes with the next turn
    assertThat(shown.focus()).isEqualTo("leave-out");
    shown.click("leave-out");
    assertThat(choices.spec().addons()).isEqualTo(AddonsSpec.DEFAULT);
    robot.interact(() -> assertThat(page.leave()).isTrue());
  }
}
