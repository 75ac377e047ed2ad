package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.ui.InWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;

/** A person uses the Ready page of a practice cluster. */
@InWindow
final class WizardReadyTest {
  @TempDir private static Path directory;
  private Path home;
  private WizardScreen screen;

  @Start
  void open(Stage stage) throws IOException {
    home = Files.createTempDirectory(directory, "home");
    screen = WizardScreen.smooth(stage, home);
  }

  @AfterEach
  void close() {
    screen.act(() -> screen.wizard().close());
  }

  private void toReady() {
    screen.reachPractice("5 hosts reached");
    screen.install();
    screen.click("next");
    screen.awaitText("5 nodes Ready");
  }

  /** Opens what is folded, and rolls it into sight. */
  private void unfold(String id) {
    screen.await(id, () -> screen.find(id).isPresent());
    screen.act(() -> ((TitledPane) screen.find(id).orElseThrow()).setExpanded(true));
  }

  private void clickBelow(String id) {
    screen.await(id, () -> screen.find(id).filter(n -> !n.isDisabled()).isPresent());
    screen.act(() -> rollTo(screen.find(id).orElseThrow()));
    screen.click(id);
  }

  private static void rollTo(Node node) {
    Node at = node;
    while (at != null && !(at instanceof ScrollPane)) {
      at = at.getParent();
    }
    if (at instanceof ScrollPane pane) {
      pane.layout();
      double all = pane.getContent().getBoundsInLocal().getHeight();
      double seen = pane.getViewportBounds().getHeight();
      double place =
          pane.getContent().sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMinY();
      pane.setVvalue(Math.clamp((place - seen / 2) / (all - seen), 0, 1));
      pane.layout();
    }
  }

  private void type(String id, String text) {
    screen.act(() -> ((TextField) screen.find(id).orElseThrow()).setText(text));
  }

  @Test
  void aPersonGetsAKubeconfigOfHerOwnAndLosesIt() throws IOException {
    toReady();
    unfold("people");
    screen.awaitText("Nobody was given access from here yet.");
    type("person", "Anna");
    clickBelow("person-save");
    screen.awaitText("Anna cannot be a name here");
    type("person", "anna");
    type("person-namespace", "web");
    screen.file = Optional.of(home.resolve("anna.yaml"));
    clickBelow("person-save");
    screen.awaitText("anna is view in the namespace web until");
    assertThat(Files.readString(home.resolve("anna.yaml"))).contains("practice-anna");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("anna.yaml"))))
        .isEqualTo("rw-------");
    clickBelow("take-anna");
    screen.awaitText("anna has no role from here any more.");
    assertThat(screen.told).anyMatch(question -> question.startsWith("Take everything away"));
    type("person", "anna");
    clickBelow("person-save");
    screen.awaitText("The name anna is not given again before");
  }

  @Test
  void aJoinCommandIsCoveredCopiedAndItsTokenDeleted() {
    toReady();
    unfold("join");
    screen.awaitText("No token is alive: nobody can join.");
    clickBelow("join-make");
    screen.awaitText("whoever has this command joins any machine as a worker.");
    screen.awaitText("pract0");
    assertThat(screen.shows("kubeadm join")).isFalse();
    clickBelow("join-show");
    assertThat(((Label) screen.find("join-line").orElseThrow()).getText())
        .startsWith("kubeadm join practice.kubeadm-wizard.internal:6443 --token pract0.");
    clickBelow("join-show");
    assertThat(screen.shows("kubeadm join")).isFalse();
    assertThat(screen.shows("192.0.2.11 practice.kubeadm-wizard.internal")).isTrue();
    clickBelow("join-copy");
    screen.awaitText("It is taken out of the clipboard in two minutes");
    screen.act(
        () -> assertThat(Clipboard.getSystemClipboard().getString()).contains("--token pract0."));
    clickBelow("delete-pract0");
    screen.awaitText("No token is alive: nobody can join.");
    assertThat(screen.find("join-made")).isEmpty();
  }

  @Test
  void aPodIsFoundAndReadAndWhatKubectlRefusesIsSaid() {
    toReady();
    screen.awaitText("There is no kubectl on this computer. Get 1.36");
    unfold("pods");
    screen.awaitText("pods, all well.");
    type("pods-filter", "etcd");
    screen.awaitText("1 pod, and it is well.");
    screen.act(() -> rollTo(screen.find("pods-list").orElseThrow()));
    screen.robot.clickOn("etcd-p1");
    screen.awaitText("kube-system/etcd-p1");
    awaitPod("practice: etcd is well, 600 s");
    clickBelow("pod-events");
    awaitPod("Scheduled");
    clickBelow("pod-describe");
    awaitPod("Restart Count:  0");
    clickBelow("pods-back");
    screen.await("the list", () -> screen.find("pods-list").filter(Node::isVisible).isPresent());
  }

  private void awaitPod(String text) {
    screen.await(
        text,
        () ->
            screen
                .find("pod-text")
                .filter(node -> ((TextArea) node).getText().contains(text))
                .isPresent());
  }
}
