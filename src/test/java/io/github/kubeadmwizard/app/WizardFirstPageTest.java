package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.ui.InWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** What a person sees who opens the program for the first time. */
@InWindow
final class WizardFirstPageTest {
  @TempDir private static Path directory;
  private WizardScreen screen;

  @Start
  void open(Stage stage) throws IOException {
    Path home = Files.createTempDirectory(directory, "home");
    Files.createDirectories(home.resolve(".ssh"));
    Files.writeString(
        home.resolve(".ssh/config"),
        "Host one\n  HostName 127.0.0.8\nHost two\n  HostName 127.0.0.9\nHost *\n  User ops\n");
    screen = new WizardScreen(stage, home);
  }

  @AfterEach
  void close() {
    screen.act(() -> screen.wizard().close());
  }

  @Test
  void saysHowToBeginAndNamesWhatSshKnows() {
    screen.awaitText("No hosts yet. Next opens the form for the first one.");
    screen.awaitText("2 hosts are named in ~/.ssh/config: choose");
    assertThat(screen.find("add-first").orElseThrow().getStyleClass()).contains("accent");
    screen.click("choose-ssh");
    screen.awaitText("Add 2 hosts");
    assertThat(screen.texts()).noneMatch(text -> text.equals("No hosts yet"));
  }

  @Test
  void theFormForTheFirstOneIsOneClickAway() {
    screen.click("add-first");
    screen.awaitText("Private key file");
  }
}
