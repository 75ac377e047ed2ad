package io.github.kubeadmwizard.app;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.practice.Pace;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Language;
import io.github.kubeadmwizard.wizard.Wizard;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Stage;

/** The program's window. JavaFX makes it, so it has no parameters. */
public final class WizardWindow extends Application {

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
  public void start(Stage stage) {
    Platform.getPreferences().colorSchemeProperty().subscribe(WizardWindow::colour);
    var tools =
        new Wiring(UserDirectories.ofThisUser())
            .wizardTools(
                new Background(Platform::runLater),
                Pace.USUAL,
                address -> getHostServices().showDocument(address));
    var wizard = new Wizard(tools, stage, Language.of(Locale.getDefault()), null);
    stage.setOnHidden(_ -> wizard.close());
    stage.show();
    getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(wizard::open);
  }

  private static void colour(ColorScheme scheme) {
    setUserAgentStylesheet(
        scheme == ColorScheme.DARK
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
  }
}
