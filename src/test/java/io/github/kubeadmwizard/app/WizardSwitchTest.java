package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** The pod network of what was installed in the window is switched in the window. */
@InWindow
final class WizardSwitchTest {
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
  void anotherWayOfFlannelIsOfferedAndTaken() {
    screen.reachPractice("5 hosts reached");
    screen.install();
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

  @Test
  void anotherPluginTakesItsPlaceOnlyAfterATickThatNamesTheInterruption() {
    screen.reachPractice("5 hosts reached");
    screen.install();
    screen.act(() -> screen.wizard().go(Step.CNI));
    screen.awaitText("The pod network of the cluster that stands");
    screen.act(() -> ((RadioButton) screen.find("cni-CANAL").orElseThrow()).fire());
    screen.act(() -> screen.button("switch-look").fire());
    screen.awaitText("the pod network of the whole cluster is interrupted");
    assertThat(screen.button("switch-start").isDisabled()).isTrue();
    screen.act(() -> ((CheckBox) screen.find("switch-known").orElseThrow()).fire());
    screen.act(() -> screen.button("switch-start").fire());
    screen.awaitText("Canal runs on every node");
    screen.act(() -> ((RadioButton) screen.find("cni-FLANNEL").orElseThrow()).fire());
    screen.act(() -> screen.button("switch-look").fire());
    screen.awaitText("Canal (kube-system/canal) runs on this cluster and will leave it");
  }

  @SuppressWarnings("unchecked")
  private ComboBox<Object> backend() {
    return (ComboBox<Object>) screen.find("backend").orElseThrow();
  }
}
