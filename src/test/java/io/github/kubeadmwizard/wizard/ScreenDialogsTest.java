package io.github.kubeadmwizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.InWindow;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@InWindow
final class ScreenDialogsTest {
  private final FxRobot robot = new FxRobot();
  private Stage stage;

  @Start
  void open(Stage given) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    stage = given;
    stage.setScene(new Scene(new StackPane(), 900, 600));
    stage.show();
  }

  @Test
  void takesAnotherNameByKeysAlone() throws Exception {
    var answer = ask(ScreenDialogsTest::rename);
    await(() -> focused("#name").isPresent() && button("OK").isPresent());
    robot.interact(() -> ((TextInputControl) find("#name").orElseThrow()).setText("other"));
    robot.push(KeyCode.ENTER);
    assertThat(answer.get(10, TimeUnit.SECONDS)).contains("other");
  }

  @Test
  void takesNothingFromWhoLeaves() throws Exception {
    var answer = ask(ScreenDialogsTest::rename);
    await(() -> focused("#name").isPresent() && button("OK").isPresent());
    robot.interact(() -> ((TextInputControl) find("#name").orElseThrow()).setText("other"));
    robot.push(KeyCode.ESCAPE);
    assertThat(answer.get(10, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void takesWhatIsPastedOnceThereIsSomething() throws Exception {
    var answer = ask(ClusterDialogs::pasted);
    await(() -> focused("#pasted").isPresent() && button("Import").isPresent());
    assertThat(button("Import").orElseThrow().isDisabled()).isTrue();
    robot.interact(
        () -> ((TextInputControl) find("#pasted").orElseThrow()).setText("kubeadm init"));
    robot.interact(() -> button("Import").orElseThrow().fire());
    assertThat(answer.get(10, TimeUnit.SECONDS)).contains("kubeadm init");
  }

  @Test
  void reportsWithAWayOut() throws Exception {
    robot.interact(() -> dialogs().report(Message.of("wizard.title"), List.of("one", "two")));
    await(() -> find(".text-area").isPresent() && button("Close").isPresent());
    robot.interact(() -> button("Close").orElseThrow().fire());
    await(() -> Window.getWindows().size() == 1);
  }

  private static Optional<String> rename(ClusterDialogs dialogs) {
    return dialogs.name("before");
  }

  private ClusterDialogs dialogs() {
    return new ScreenDialogs(stage, () -> new Words(Locale.ENGLISH));
  }

  private CompletableFuture<Optional<String>> ask(
      Function<ClusterDialogs, Optional<String>> question) {
    var answer = new CompletableFuture<Optional<String>>();
    Platform.runLater(() -> answer.complete(question.apply(dialogs())));
    return answer;
  }

  private static void await(Callable<Boolean> holds) throws Exception {
    WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(holds).get());
  }

  private static Optional<Node> focused(String selector) {
    return find(selector).filter(Node::isFocused);
  }

  private static Optional<Button> button(String text) {
    return Window.getWindows().stream()
        .flatMap(window -> window.getScene().getRoot().lookupAll(".button").stream())
        .map(Button.class::cast)
        .filter(button -> text.equals(button.getText()))
        .findFirst();
  }

  private static Optional<Node> find(String selector) {
    return Window.getWindows().stream()
        .map(window -> window.getScene().getRoot().lookup(selector))
        .filter(Objects::nonNull)
        .findFirst();
  }
}
