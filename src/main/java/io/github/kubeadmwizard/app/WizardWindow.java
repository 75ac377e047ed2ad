package io.github.kubeadmwizard.app;

import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.text.Words;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;

/** The program's window. JavaFX makes it, so it has no parameters. */
public final class WizardWindow extends Application {

  /**
   * Opens the window and waits until it is closed.
   *
   * @return false if JavaFX found no screen to open it on
   */
  static boolean open() {
    try {
      launch(WizardWindow.class);
      return true;
    } catch (UnsupportedOperationException noScreen) {
      return false;
    }
  }

  @Override
  public void start(Stage stage) {
    setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    new FirstPage(new Words(Locale.getDefault())).showOn(stage);
  }
}
