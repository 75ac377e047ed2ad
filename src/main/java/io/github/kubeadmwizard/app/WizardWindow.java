package io.github.kubeadmwizard.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Language;
import io.github.kubeadmwizard.wizard.Wizard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The program's window. JavaFX makes it, so it has no parameters. */
public final class WizardWindow extends Application {
  private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128);
  private static final Duration LONGEST_END = Duration.ofSeconds(5);
  private @Nullable Wizard wizard;

  /**
   * Opens the window and waits until it is closed.
   *
   * @param files a cluster file to open in it, or nothing
   * @return false if JavaFX found no screen to open it on
   */
  static boolean open(String[] files) {
    try {
      launch(WizardWindow.class, files);
      return true;
    } catch (UnsupportedOperationException noScreen) {
      return false;
    }
  }

  @Override
  public void init() {
    Beforehand.wakeFonts();
  }

  @Override
  public void start(Stage stage) {
    Platform.getPreferences().colorSchemeProperty().subscribe(WizardWindow::colour);
    var tools =
        new Wiring(UserDirectories.ofThisUser())
            .wizardTools(
                new Background(Platform::runLater),
                Pace.USUAL,
                address -> getHostServices().showDocument(address));
    var opened = new Wizard(tools, stage, Language.of(Locale.getDefault()), null);
    stage.getIcons().setAll(ICON_SIZES.stream().map(WizardWindow::icon).toList());
    stage.setOnHidden(_ -> opened.close());
    FirstFrame.of(stage.getScene(), WizardWindow::tellStart);
    stage.show();
    getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(opened::open);
    wizard = opened;
    Housekeeping.begin();
    if (Rehearsal.isAsked()) {
      Rehearsal.begin(stage, opened::go);
    }
  }

  /** The window is gone; what it had open on other machines has a while to end in order. */
  @Override
  public void stop() {
    if (wizard != null) {
      wizard.awaitClosed(LONGEST_END);
    }
  }

  private static Image icon(int size) {
    String name = "/wizard/icon-" + size + ".png";
    return new Image(Objects.requireNonNull(WizardWindow.class.getResourceAsStream(name), name));
  }

  /** How long a user waited, in the log: from the start of the process to the first picture. */
  private static void tellStart() {
    Uptime.ofThisProcess()
        .ifPresent(waited -> {
          var log = LoggerFactory.getLogger(WizardWindow.class); // not sooner: it takes its time
          log.info("First window after {} ms", waited.toMillis());
        });
  }

  private static void colour(ColorScheme scheme) {
    setUserAgentStylesheet(
        scheme == ColorScheme.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }
}
