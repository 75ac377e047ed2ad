package io.github.kubeadmwizard.wizard.step.cni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import io.github.kubeadmwizard.wizard.step.choice.PageStage;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
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
    shown.show(
        Locale.ENGLISH,
        parts -> new CniPage(parts, choices.cni(), Optional.empty(), Optional::empty));
    assertThat(shown.focus()).isEqualTo("cni-FLANNEL");
    assertThat(shown.sees("flannel-options")).isTrue();
    shown.click("cni-NONE");
    assertThat(choices.spec().cni().name()).isEqualTo(CniSpec.Name.NONE);
    assertThat(shown.sees("flannel-options")).isFalse();
  }

  @Test
  void anotherBackendIsPickedAndAWrongPacketSizeLedTo(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    var model = choices.cni();
    Page page =
        shown.show(
            Locale.ENGLISH, parts -> new CniPage(parts, model, Optional.empty(), Optional::empty));
    shown.click("backend");
    robot.clickOn("host-gw");
    assertThat(choices.spec().cni().backend()).contains("host-gw");
    shown.type("cni-mtu", "1400");
    robot.interact(() -> assertThat(page.leave()).isFalse());
    robot.interact(() -> {}); // the focus comes with the next turn
    assertThat(shown.text("cni-mtu-error")).startsWith("With host-gw");
  }

  @Test
  void onlyRomanaIsLockedWithItsReason(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    shown.show(
        Locale.ENGLISH,
        parts -> new CniPage(parts, choices.cni(), Optional.empty(), Optional::empty));
    assertThat(robot.lookup(".choice").queryAll()).hasSize(6);
    assertThat(robot.lookup(".choice.locked").queryAll()).hasSize(1);
    assertThat(robot.lookup(".radio-button").queryAll()).hasSize(7);
  }

  @Test
  void calicosOptionsGoToTheClusterFileAndItsManifestIsShown(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    shown.show(
        Locale.ENGLISH,
        parts -> new CniPage(parts, choices.cni(), Optional.empty(), Optional::empty));
    shown.click("cni-CALICO");
    assertThat(shown.sees("flannel-options")).isFalse();
    shown.click("cni-calico-backend");
    robot.clickOn("ipip");
    shown.click("cni-cross");
    shown.type("cni-other-mtu", "1400");
    assertThat(choices.spec().cni())
        .isEqualTo(
            new CniSpec(
                CniSpec.Name.CALICO,
                Optional.of("ipip"),
                Optional.empty(),
                Optional.of(1400),
                Optional.empty(),
                new TreeMap<>(Map.of("crossSubnet", "true"))));
    shown.click("cni-show");
    assertThat(choices.cni().preview().state().get())
        .isInstanceOfSatisfying(
            ManifestPreview.State.There.class,
            there -> assertThat(there.text()).contains("veth_mtu: \"1400\""));
    assertThat(robot.lookup(".yaml-view").queryAll()).hasSize(1);
    shown.type("cni-other-mtu", "1401");
    assertThat(robot.lookup(".yaml-view").queryAll()).isEmpty();
  }

  @Test
  void ciliumShowsTheCommandAndAsksForTheFile(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    Page page =
        shown.show(
            Locale.ENGLISH,
            parts ->
                new CniPage(
                    parts,
                    choices.cni(),
                    Optional.empty(),
                    () -> Optional.of(Path.of("/a/c.yaml"))));
    shown.click("cni-CILIUM");
    shown.click("cni-replaces");
    assertThat(shown.text("cni-helm")).contains("kubeProxyReplacement=true", "k8sServiceHost=");
    robot.interact(() -> assertThat(page.leave()).isFalse());
    robot.interact(() -> {});
    assertThat(shown.text("cni-file-error")).startsWith("Cilium is published as a Helm chart");
    robot.clickOn("Choose …");
    assertThat(choices.spec().cni().manifest()).contains("/a/c.yaml");
    robot.interact(() -> assertThat(page.leave()).isTrue());
  }
}
