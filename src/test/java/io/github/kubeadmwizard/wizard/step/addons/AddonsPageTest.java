package io.github.kubeadmwizard.wizard.step.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.Disk;
import io.github.kubeadmwizard.facts.DiskUse;
import io.github.kubeadmwizard.facts.Disks;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import io.github.kubeadmwizard.wizard.step.choice.PageStage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.scene.control.CheckBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@InWindow
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
                new AddonsModel(choices.basis(), () -> {}),
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
  void wrongDaysOfLogsAreLedTo(FxRobot robot) {
    var shown = new PageStage(robot, stage);
    Page page = show(shown);
    shown.click("addon-logs");
    shown.type("logs-retention", "7");
    robot.interact(() -> assertThat(page.leave()).isFalse());
    robot.interact(() -> {}); // the focus comes with the next turn
    assertThat(shown.focus()).isEqualTo("logs-retention");
    shown.type("logs-retention", "14d");
    robot.interact(() -> assertThat(page.leave()).isTrue());
    assertThat(choices.spec().addons().chosen())
        .containsExactly(new AddonSpec.Logs("14d", Optional.empty(), "10Gi"));
  }

  private static Disk disk(String name, Disk.State state, DiskUse... uses) {
    var path = "/dev/disk/by-id/ata-" + name;
    return new Disk(
        name, path, List.of(path), true, 1L << 40, "SSD", false, false, state, List.of(uses));
  }

  private void hasDisks(String host, Disk... disks) {
    choices.facts.compute(
        new HostName(host),
        (_, facts) -> facts.with(facts.storage().withDisks(new Disks(List.of(disks), ""))));
    choices.factsRead();
  }

  @Test
  void onlyBlankDisksCanBeTickedAndNoneIsTickedBeforehand(FxRobot robot) {
    hasDisks(
        "n2",
        disk("sda", Disk.State.USED, new DiskUse(DiskUse.Kind.SYSTEM, "/")),
        disk("sdb", Disk.State.BLANK));
    var shown = new PageStage(robot, stage);
    Page page = show(shown);
    shown.click("addon-rook");
    assertThat(rook()).isEqualTo(AddonSpec.Rook.DEFAULT);
    CheckBox used = robot.lookup("#disk-n2-sda").queryAs(CheckBox.class);
    assertThat(used.isDisabled()).isTrue();
    assertThat(robot.lookup("#disk-n2-sdb").queryAs(CheckBox.class).isSelected()).isFalse();
    robot.interact(() -> assertThat(page.leave()).isFalse());
    robot.interact(() -> {}); // the focus comes with the next turn
    assertThat(shown.focus()).isEqualTo("disk-n2-sdb");
    shown.click("disk-n2-sdb");
    assertThat(rook().disks()).isEqualTo(Map.of("n2", List.of("/dev/disk/by-id/ata-sdb")));
    assertThat(shown.focus()).isEqualTo("disk-n2-sdb");
    robot.interact(() -> assertThat(page.leave()).isTrue());
    shown.click("disk-n2-sdb");
    assertThat(rook().disks()).isEmpty();
  }

  @Test
  void aDiskThatIsNotBlankAnyMoreStaysTickedUntilItIsGivenUp(FxRobot robot) {
    choices
        .draft()
        .change(spec ->
            spec.with(
                spec.addons()
                    .with(
                        AddonSpec.Rook.DEFAULT.withDisks(
                            new TreeMap<>(
                                Map.of("n3", List.of("/dev/disk/by-id/ata-sdb", "/dev/x")))))));
    hasDisks("n3", disk("sdb", Disk.State.USED, new DiskUse(DiskUse.Kind.MOUNTED, "/data")));
    var shown = new PageStage(robot, stage);
    show(shown);
    CheckBox box = robot.lookup("#disk-n3-sdb").queryAs(CheckBox.class);
    assertThat(box.isSelected()).isTrue();
    assertThat(box.isDisabled()).isFalse();
    shown.click("disk-n3-sdb");
    assertThat(box.isDisabled()).isTrue();
    assertThat(rook().disks()).isEqualTo(Map.of("n3", List.of("/dev/x")));
  }

  private AddonSpec.Rook rook() {
    return choices.spec().addons().find(AddonSpec.Rook.class).orElseThrow();
  }
}
