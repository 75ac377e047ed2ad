package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.ui.InWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** What a person chose is there again at the next start. */
@InWindow
final class WizardDraftsTest {
  @TempDir private static Path directory;
  private Path home;
  private Stage stage;
  private WizardScreen screen;

  @Start
  void open(Stage given) throws IOException {
    stage = given;
    home = Files.createTempDirectory(directory, "home");
    screen = new WizardScreen(stage, home);
  }

  @AfterEach
  void close() {
    screen.act(() -> screen.wizard().close());
  }

  private Path clusters() {
    return home.resolve(".local/share/kubeadm-wizard/clusters");
  }

  private void addTwo() {
    screen.click("paste");
    screen.await("the list", () -> screen.find("host-list-text").isPresent());
    screen.act(() ->
        ((TextArea) screen.find("host-list-text").orElseThrow())
            .setText("ops@127.0.0.1:9\nops@127.0.0.2:9"));
    screen.click("add-list");
  }

  @Test
  void savesByItselfASecondAfterAChangeAndOpensAgain() throws IOException {
    addTwo();
    screen.awaitText("Saved ");
    assertThat(Files.readString(clusters().resolve("kubernetes.yaml")))
        .contains("127.0.0.1")
        .contains("127.0.0.2");
    screen.act(() -> {
      screen.wizard().close();
      screen = new WizardScreen(stage, home);
    });
    screen.awaitText("127.0.0.2:9");
  }

  @Test
  void aBrokenDraftOpensAsFarAsItCanAndIsKeptAside() throws IOException {
    addTwo();
    screen.awaitText("Saved ");
    Path draft = clusters().resolve("kubernetes.yaml");
    screen.act(() -> screen.wizard().close());
    Files.writeString(draft, Files.readString(draft) + "\nfrobnicate: 1\n");
    screen.act(() -> screen = new WizardScreen(stage, home));
    screen.awaitText("127.0.0.2:9");
    assertThat(screen.told).singleElement().asString().contains("frobnicate");
  }

  @Test
  void renamesTheClusterAndItsDraft() throws IOException {
    addTwo();
    screen.awaitText("Saved ");
    screen.name = Optional.of("homelab");
    screen.act(() -> screen.wizard().rename());
    screen.await("the new name", () -> Files.exists(clusters().resolve("homelab.yaml")));
    assertThat(clusters().resolve("kubernetes.yaml")).doesNotExist();
    screen.awaitText("Saved ");
    try (var files = Files.list(clusters())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("homelab.yaml", "last");
    }
  }

  @Test
  void aFileThatIsNoClusterIsRefusedInWords() throws IOException {
    Path file = Files.writeString(home.resolve("x.yaml"), "hosts: 3\n");
    screen.act(() -> screen.wizard().open(file));
    assertThat(screen.told).singleElement().asString().startsWith("The file cannot be opened: ");
  }
}
