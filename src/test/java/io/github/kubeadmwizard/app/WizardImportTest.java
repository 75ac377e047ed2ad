package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.ui.InWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** What kubeadm was told in earlier days opens as a cluster, and what became of it is shown. */
@InWindow
final class WizardImportTest {
  @TempDir private static Path directory;
  private WizardScreen screen;

  @Start
  void open(Stage stage) throws IOException {
    screen = new WizardScreen(stage, Files.createTempDirectory(directory, "home"));
  }

  @AfterEach
  void close() {
    screen.act(() -> screen.wizard().close());
  }

  private void choose(String item) {
    screen.await("the menu", () -> screen.find("cluster-menu").isPresent());
    screen.act(() ->
        ((MenuButton) screen.find("cluster-menu").orElseThrow())
            .getItems().stream()
                .filter(one -> item.equals(one.getText()))
                .findFirst()
                .map(MenuItem.class::cast)
                .orElseThrow()
                .fire());
  }

  @Test
  void aPastedLineBecomesACluster() {
    screen.pasted =
        Optional.of("sudo kubeadm init --apiserver-advertise-address 127.0.0.9 --node-name cp1");
    choose("Import from kubeadm");
    screen.awaitText("127.0.0.9");
    assertThat(screen.told)
        .contains("This became the cluster kubernetes. What became of each line:")
        .contains("  line 1: --node-name → hosts[0].name");
  }

  @Test
  void whatIsNothingOfKubeadmsIsTold() {
    screen.pasted = Optional.of("kubectl get nodes");
    choose("Import from kubeadm");
    assertThat(screen.told)
        .singleElement()
        .asString()
        .startsWith("Nothing was imported. Line 1, column 1: This is no kubeadm file");
  }

  @Test
  void anOldFileOpensLikeAClusterFile() throws IOException {
    var file = directory.resolve("kubeadm.yaml");
    Files.writeString(
        file,
        """
        apiVersion: kubeadm.k8s.io/v1alpha2
        kind: MasterConfiguration
        clusterName: oldlab
        nodeRegistration: {taints: []}
        """);
    screen.act(() -> screen.wizard().open(file));
    screen.await("the name", () -> screen.shows("oldlab"));
    assertThat(screen.told)
        .contains("This became the cluster oldlab. What became of each line:")
        .contains("For you to fill in", "  hosts[0].address");
    screen.awaitText("control-plane-1");
    screen.awaitText("The address is still missing");
  }
}
