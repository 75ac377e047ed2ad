package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.practice.PracticeCluster;
import io.github.kubeadmwizard.practice.PracticeMachines;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.WizardTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The pod network of what was installed in the window is switched in the window. */
@ExtendWith(ApplicationExtension.class)
final class WizardSwitchTest {
  @TempDir private static Path directory;
  private WizardScreen screen;

  @Start
  void open(Stage stage) throws IOException {
    Path home = Files.createTempDirectory(directory, "home");
    var usual = WizardScreen.tools(home, new Background(Platform::runLater), Pace.NONE);
    var wiring = new Wiring(UserDirectories.of(Map.of("HOME", home.toString()), "Linux", home));
    var machines = PracticeMachines.smooth(Pace.NONE, Clock.systemUTC());
    var cluster = PracticeCluster.installable(KubernetesVersion.parse("1.36"));
    screen =
        new WizardScreen(
            stage,
            WizardScreen.with(
                usual, () -> new WizardTools.Practice(wiring.practiceWorkshop(machines), cluster)));
  }

  @AfterEach
  void close() {
    screen.act(() -> screen.wizard().close());
  }

  @Test
  void anotherWayOfFlannelIsOfferedAndTaken() {
    install();
    screen.act(() -> screen.wizard().go(Step.CNI));
    screen.awaitText("The pod network of the cluster that stands");
    screen.act(() -> screen.button("switch-look").fire());
    screen.awaitText("There is nothing to switch");
    screen.act(() -> backend().getSelectionModel().select("host-gw"));
    screen.act(() -> screen.button("switch-look").fire());
    screen.awaitText("Flannel runs vxlan on this cluster and will run host-gw.");
    screen.act(() -> screen.button("switch-start").fire());
    screen.awaitText("Flannel runs host-gw on every node");
  }

  private void install() {
    screen.act(() -> screen.wizard().practice());
    screen.click("trust-all");
    screen.awaitText("met for the first time");
    screen.click("trust-these");
    screen.await("password", () -> screen.find("give-secret").isPresent());
    var password = screen.stage().getScene().getRoot().lookup(".password-field");
    screen.act(() -> ((PasswordField) password).requestFocus());
    screen.robot.write("abc12345");
    screen.click("give-secret");
    screen.awaitText("hosts reached");
    for (int i = 0; i < 7; i++) {
      screen.await("next", () -> !screen.button("next").isDisabled());
      screen.click("next");
    }
    screen.awaitText("Ready to install");
    screen.click("next");
    screen.awaitText("Installed");
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Object> backend() {
    return (ComboBox<Object>) screen.find("backend").orElseThrow();
  }
}
