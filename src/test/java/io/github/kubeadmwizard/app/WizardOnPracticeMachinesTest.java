package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Language;
import io.github.kubeadmwizard.wizard.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** A person goes through the wizard, with mouse and keyboard, on simulated machines. */
@InWindow
final class WizardOnPracticeMachinesTest {
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

  /** The practice machines are there, their keys are trusted and the password is given. */
  private void reachAll() {
    screen.act(() -> screen.wizard().practice());
    screen.click("trust-all");
    screen.awaitText("2 machines are met for the first time");
    screen.trustAndSignIn("6 hosts reached");
  }

  @Test
  void goesFromMachinesThatAreNotFitToAReadyCluster() {
    reachAll();
    screen.act(() -> removeHost("192.0.2.14")); // the one whose port is taken
    screen.awaitText("5 hosts reached");
    screen.click("next");
    screen.click("mend-all");
    screen.await("all mended", () -> screen.find("mend-all").filter(n -> n.isVisible()).isEmpty());
    screen.goOn(6);
    screen.awaitText("Ready to install");
    screen.click("next");
    screen.awaitText("p6: The image"); // its registry does not answer at first
    // When the others have ended, and the cause was looked for.
    screen.await("what to press", () -> screen.find("retry").filter(Node::isFocused).isPresent());
    assertThat(screen.button("retry").getText()).isEqualTo("Try again");
    var card = screen.find("problem");
    screen.act(() -> screen.wizard().go(Step.REVIEW));
    screen.act(() -> screen.wizard().go(Step.INSTALL));
    assertThat(screen.find("problem")).as("it tells the same, and is the same").isEqualTo(card);
    assertThat(screen.find("help-link")).as("a way to its part of the failures").isPresent();
    screen.click("retry");
    screen.awaitText("Installed");
    screen.click("next");
    screen.awaitText("practice is installed");
    screen.awaitText("5 nodes Ready");
  }

  @Test
  void mendsWhatWasPassedOverAndGoesOnByItself() {
    reachAll();
    screen.act(() -> removeHost("192.0.2.14"));
    screen.awaitText("5 hosts reached");
    screen.click("next");
    screen.awaitText("1 check blocks");
    screen.click("next"); // leads to it
    screen.click("override");
    screen.awaitText("1 overridden");
    screen.goOn(6);
    screen.awaitText("Ready to install");
    screen.click("next");
    screen.awaitText("What mends it");
    screen.awaitText("p5: \"Clocks are in step\" is not met: 11 min behind");
    assertThat(screen.find("mends")).isPresent();
    screen.awaitText("p5: Start a time service\nmend-time-sync.sh");
    assertThat(screen.button("mend-resume").getText()).isEqualTo("Mend and resume");
    screen.await("focus", () -> screen.find("mend-resume").orElseThrow().isFocused());
    screen.robot.type(KeyCode.ENTER);
    screen.awaitText("Installed");
    screen.click("next");
    screen.awaitText("5 nodes Ready");
  }

  @SuppressWarnings("unchecked")
  private void removeHost(String address) {
    var list =
        (ListView<io.github.kubeadmwizard.wizard.step.hosts.HostRow>)
            screen.find("hosts").orElseThrow();
    list.getItems().stream()
        .filter(row -> row.spec().address().equals(address))
        .findFirst()
        .ifPresent(row -> screen.wizard().remove(row));
  }

  @Test
  void leadsToWhatBlocksAndLetsItBePassedOverByName() {
    reachAll();
    screen.click("next");
    screen.awaitText("checks block");
    screen.click("mend-all");
    screen.awaitText("1 check blocks");
    screen.click("next");
    screen.awaitText("metrics-agent");
    screen.click("override");
    screen.awaitText("1 overridden");
    screen.click("next");
    screen.await("the next page", () -> screen.find("matrix").isEmpty());
  }

  /** A press of Next would be lost while it cannot be known yet whether to go on. */
  @Test
  void offersToGoOnOnlyWhenTheMachinesHaveBeenRead() {
    reachAll();
    screen.click("next");
    screen.awaitText("checks block");
    screen.act(() -> {
      screen.button("read-again").fire();
      assertThat(screen.button("next").isDisabled()).as("while they are read").isTrue();
    });
    screen.await("next", () -> !screen.button("next").isDisabled());
    screen.awaitText("checks block");
  }

  @Test
  void saysBelowTheFieldWhatIsWrongAndWhatWouldBeRight() {
    screen.click("add-host");
    screen.await("the form", () -> screen.find("host-form").isPresent());
    screen.robot.write("not a machine");
    screen.click("host-done");
    screen.awaitText("No address of a machine. Write a name or an IP address, such as 10.0.0.11.");
    screen.act(() -> ((TextField) focused()).setText("192.0.2.77"));
    assertThat(screen.shows("No address of a machine")).isFalse();
  }

  private javafx.scene.Node focused() {
    return screen.stage().getScene().getRoot().lookup("#host-form .text-field");
  }

  @Test
  void aPastedListKeepsTheGoodAndShowsTheBad() {
    screen.click("paste");
    screen.await("the list", () -> screen.find("host-list-text").isPresent());
    screen.act(() ->
        ((TextArea) screen.find("host-list-text").orElseThrow())
            .setText("127.0.0.1:1-3\n127.0.0.11-12\n10.0.0.300"));
    screen.awaitText("10.0.0.300");
    screen.act(() ->
        ((TextArea) screen.find("host-list-text").orElseThrow())
            .setText("root@127.0.0.1:9\n127.0.0.2:9\n10.0.0.300"));
    screen.awaitText("2 machines understood, 1 line not.");
    screen.click("add-list");
    screen.awaitText("127.0.0.1:9");
    assertThat(((TextArea) screen.find("host-list-text").orElseThrow()).getText())
        .isEqualTo("10.0.0.300");
    screen.awaitText("2 of 2 need you"); // nobody listens there
  }

  @Test
  void speaksAnotherLanguageAtOnceAndLosesNothing() {
    reachAll();
    screen.click("next");
    screen.awaitText("Make every machine fit");
    screen.act(() -> screen.wizard().speak(Language.CHINESE));
    screen.awaitText("让每台机器符合要求");
    screen.awaitText("已连接 6 台主机");
    screen.act(() -> screen.wizard().speak(Language.ENGLISH));
    screen.awaitText("6 hosts reached");
  }

  @Test
  void marksPracticeMachinesOnEveryPage() {
    reachAll();
    screen.awaitText("Practice machines");
    screen.click("next");
    screen.awaitText("Practice machines");
  }
}
