package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/**
 * Clicks the whole way to a Ready cluster on real machines, which are named in an inventory: {@code
 * mvn verify -Plab-wizard -Dlab.inventory=FILE}. The machines must be ones that may be changed.
 */
@Tag("lab-wizard")
@InWindow
final class WizardOnRealMachinesTest {
  private static final int INSTALLING_SECONDS = 1200;

  @TempDir private static Path directory;
  private WizardScreen screen;
  private List<Map<?, ?>> hosts = List.of();

  @Start
  void open(Stage stage) throws IOException {
    screen = new WizardScreen(stage, Files.createTempDirectory(directory, "home"));
  }

  @AfterEach
  void close() {
    screen.act(() -> screen.wizard().close());
  }

  @Test
  @DisabledIfSystemProperty(named = "lab.fault", matches = ".+", disabledReason = "one run a lab")
  void goesToAReadyCluster() throws IOException {
    begin();
    installed();
  }

  /**
   * {@code -Dlab.fault=COMMAND}: runs on this computer while the first machine is prepared, waits
   * for its moment, and breaks there what the wizard knows how to mend, such as swap that comes on
   * while images are pulled.
   */
  @Test
  @EnabledIfSystemProperty(named = "lab.fault", matches = ".+")
  void whatFailsIsMendedAtItsCardAndTheRunGoesOnToAReadyCluster() throws Exception {
    begin();
    var fault =
        new ProcessBuilder("bash", "-c", System.getProperty("lab.fault")).inheritIO().start();
    screen.await("the mend", INSTALLING_SECONDS, () -> screen.find("mend-resume").isPresent());
    assertThat(fault.waitFor()).isZero();
    screen.click("mend-resume");
    screen.await("going on", () -> screen.find("problem").isEmpty());
    installed();
  }

  /** Up to the click that begins the installation. */
  private void begin() throws IOException {
    Map<String, Object> inventory =
        PlainTree.read(Files.readString(Path.of(System.getProperty("lab.inventory", ""))));
    hosts = LabInventory.hosts(inventory);
    Path file =
        Files.writeString(directory.resolve("lab.yaml"), LabInventory.clusterFile(inventory));
    screen.act(() -> screen.wizard().open(file));
    trust(hosts.size());
    for (Map<?, ?> host : hosts) {
      if (host.get("password") != null) {
        give(String.valueOf(host.get("password")));
      }
    }
    screen.awaitText(hosts.size() == 1 ? "1 host reached" : hosts.size() + " hosts reached");
    screen.click("next");
    screen.await("the findings", () -> screen.shows("passed"));
    screen.goOn(6);
    screen.awaitText("Ready to install");
    screen.click("next");
  }

  private void installed() {
    screen.await(
        "installed",
        INSTALLING_SECONDS,
        () -> {
          assertThat(screen.find("problem")).as("%s", screen.texts()).isEmpty();
          return screen.shows("took");
        });
    screen.click("next");
    screen.awaitText(hosts.size() == 1 ? "1 node Ready" : hosts.size() + " nodes Ready");
  }

  /** One new key is confirmed at its machine, several are compared in a list. */
  private void trust(int hosts) {
    if (hosts == 1) {
      screen.click("trust");
    } else {
      screen.click("trust-all");
      screen.click("trust-these");
    }
  }

  /** One password; it is offered for every machine that waits for the same user's. */
  private void give(String password) {
    if (screen.wizard().allReached()) {
      return;
    }
    screen.await(
        "a question, or nothing more to ask",
        () -> screen.find("give-secret").isPresent() || screen.wizard().allReached());
    if (screen.find("give-secret").isEmpty()) {
      return;
    }
    screen.act(() ->
        ((PasswordField) screen.stage().getScene().getRoot().lookup(".password-field"))
            .setText(password));
    screen.click("give-secret");
  }
}
