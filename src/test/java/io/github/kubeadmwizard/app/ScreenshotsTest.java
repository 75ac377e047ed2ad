package io.github.kubeadmwizard.app;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Language;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Takes the pictures in {@code screenshots/}, of practice machines: {@code mvn -q -Pscreenshots
 * verify}.
 */
@Tag("screenshots")
@InWindow
final class ScreenshotsTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("project.directory", ".")).resolve("screenshots");
  private static final Pace SLOW_ENOUGH_TO_SEE = new Pace(0.06);

  @TempDir private static Path directory;
  private Stage stage;
  private WizardScreen screen;
  private Path into = PICTURES;

  @Start
  void keep(Stage given) {
    stage = given;
  }

  @AfterEach
  void close() {
    screen.act(() -> screen.wizard().close());
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH,light", "ENGLISH,dark", "CHINESE,light", "CHINESE,dark"})
  void everyPage(Language language, String theme) throws IOException {
    into = Files.createDirectories(PICTURES.resolve(language.locale().getLanguage() + "-" + theme));
    Path home = Files.createTempDirectory(directory, "home");
    open(home, language, theme);
    shot("01-hosts-empty");
    screen.act(() -> screen.wizard().practice());
    screen.await(
        "the machines", () -> screen.find("trust-all").filter(n -> n.isVisible()).isPresent());
    settle();
    shot("02-hosts");
    answer();
    press("next");
    screen.await(
        "the findings", () -> screen.find("mend-all").filter(n -> n.isVisible()).isPresent());
    press("next"); // leads to what blocks
    shot("03-requirements");
    press("mend-all");
    screen.await("mended", () -> screen.find("mend-all").filter(n -> n.isVisible()).isEmpty());
    press("next");
    for (String page :
        new String[] {"04-runtime", "05-network", "06-cni", "07-nodes", "08-addons"}) {
      settle();
      shot(page);
      press("next");
    }
    screen.await("the files", () -> screen.find("review-tabs").isPresent());
    settle();
    shot("09-review");
    screen.act(
        () -> ((TabPane) screen.find("review-tabs").orElseThrow()).getSelectionModel().select(1));
    screen.await(
        "the plan", () -> screen.find("changes").filter(ScreenshotsTest::isFilled).isPresent());
    settle();
    shot("10-review-changes");
    press("next");
    screen.await(
        "half of the run",
        () ->
            ((javafx.scene.control.ProgressBar) screen.find("progress").orElseThrow()).getProgress()
                > 0.5);
    shot("11-install");
    screen.await("the failure", () -> screen.find("retry").isPresent());
    settle();
    shot("12-install-failed");
    press("retry");
    screen.await(
        "the end",
        () ->
            screen.button("next").getStyleClass().contains("accent")
                && !screen.button("next").isDisabled());
    press("next");
    screen.await("the nodes", () -> screen.shows("1.36.4"));
    settle();
    shot("13-ready");
  }

  private static boolean isFilled(javafx.scene.Node tree) {
    var root = ((javafx.scene.control.TreeView<?>) tree).getRoot();
    return root != null && !root.getChildren().isEmpty();
  }

  private void open(Path home, Language language, String theme) {
    new org.testfx.api.FxRobot()
        .interact(() -> {
          screen = new WizardScreen(stage, home, SLOW_ENOUGH_TO_SEE);
          Application.setUserAgentStylesheet(
              theme.equals("dark")
                  ? new PrimerDark().getUserAgentStylesheet()
                  : new PrimerLight().getUserAgentStylesheet());
          screen.wizard().speak(language);
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The user's answers; the machine whose port is taken is left out. */
  private void answer() {
    press("trust-all");
    press("trust-these");
    screen.await("the password", () -> screen.find("give-secret").isPresent());
    screen.act(() ->
        ((PasswordField) stage.getScene().getRoot().lookup(".password-field")).setText("practice"));
    press("give-secret");
    screen.act(() -> removeTheOneWhosePortIsTaken());
    screen.await("all reached", () -> screen.wizard().allReached());
  }

  @SuppressWarnings("unchecked")
  private void removeTheOneWhosePortIsTaken() {
    var list =
        (ListView<io.github.kubeadmwizard.wizard.step.hosts.HostRow>)
            screen.find("hosts").orElseThrow();
    list.getItems().stream()
        .filter(row -> row.spec().address().endsWith(".14"))
        .findFirst()
        .ifPresent(row -> screen.wizard().remove(row));
  }

  private void press(String id) {
    screen.await(
        id, () -> screen.find(id).filter(n -> !n.isDisabled() && n.isVisible()).isPresent());
    screen.act(() -> screen.button(id).fire());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void settle() {
    for (int i = 0; i < 5; i++) {
      WaitForAsyncUtils.sleep(100, java.util.concurrent.TimeUnit.MILLISECONDS);
      WaitForAsyncUtils.waitForFxEvents();
    }
  }

  private void shot(String name) throws IOException {
    settle();
    var image = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> stage.getScene().snapshot(null));
    Path file = into.resolve(name + ".png");
    var opaque =
        new BufferedImage(
            (int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
    ImageIO.write(SwingFXUtils.fromFXImage(image, opaque), "png", file.toFile());
    assertThat(file).isNotEmptyFile();
  }
}
