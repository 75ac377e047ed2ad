package io.github.kubeadmwizard.ui;

import java.util.List;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/**
 * Puts the window away after each test. TestFX gives all tests of a JVM the same one and leaves it
 * open: the next scene would keep the place of the last one, from which it may reach off the
 * screen, and its size.
 */
final class WindowPutAway implements AfterEachCallback {
  @Override
  public void afterEach(ExtensionContext context) {
    new FxRobot()
        .interact(() -> {
          List.copyOf(Window.getWindows()).forEach(Window::hide);
          Stage shared = FxToolkit.toolkitContext().getRegisteredStage();
          shared.setMinWidth(0);
          shared.setMinHeight(0);
          shared.setOnCloseRequest(null);
          shared.sizeToScene(); // as large as the next one's, when it is shown
          // In the middle, which JavaFX takes else, a window that grows is off the headless
          // screen for a moment, and drawing it there fails.
          shared.setX(0);
          shared.setY(0);
        });
  }
}
