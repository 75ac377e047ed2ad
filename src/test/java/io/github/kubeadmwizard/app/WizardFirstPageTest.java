package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.step.hosts.HostRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
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

  /**
   * One after the other, by the keyboard: the form stays, and begins with the next one's address.
   */
  @Test
  void severalAreNamedInTheSameForm() {
    screen.click("add-first");
    screen.await("the form", () -> fields().size() == 5);
    Node form = screen.find("host-form").orElseThrow();
    typed("127.0.0.8", "ops", "one");
    screen.await("its address", () -> field(0).isFocused() && field(0).getText().isEmpty());
    assertThat(screen.find("host-form")).contains(form);
    assertThat(fields().stream().map(TextField::getText)).containsExactly("", "22", "ops", "", "");
    assertThat(roleOfTheNext()).isEqualTo(Set.of(Role.WORKER));
    typed("127.0.0.9", "root", "");
    screen.await("two", () -> list().getItems().size() == 2);
    assertThat(list().getItems().stream().map(row -> ((HostRow) row).spec()))
        .extracting(HostSpec::address, HostSpec::user, HostSpec::name, HostSpec::roles)
        .containsExactly(
            tuple("127.0.0.8", "ops", Optional.of("one"), Set.of(Role.CONTROL_PLANE)),
            tuple("127.0.0.9", "root", Optional.empty(), Set.of(Role.WORKER)));
  }

  private void typed(String address, String user, String name) {
    screen.act(() -> {
      field(0).setText(address);
      field(2).setText(user);
      field(3).setText(name);
    });
    screen.robot.type(KeyCode.ENTER);
  }

  private TextField field(int number) {
    return fields().get(number);
  }

  private List<TextField> fields() {
    return screen.find("host-form").stream()
        .flatMap(form -> form.lookupAll(".text-field").stream())
        .map(TextField.class::cast)
        .toList();
  }

  private Object roleOfTheNext() {
    return ((ComboBox<?>) screen.find("host-form").orElseThrow().lookup(".combo-box")).getValue();
  }

  private ListView<?> list() {
    return (ListView<?>) screen.find("hosts").orElseThrow();
  }
}
