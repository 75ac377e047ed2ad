package io.github.kubeadmwizard.app;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The screen that a window would open on, as far as the environment tells.
 *
 * @param isNamed false on Linux without {@code $DISPLAY}: JavaFX draws through X11 there
 */
record Display(boolean isNamed) {
  static Display ofThisProcess() {
    return of(
        System.getenv(), System.getProperty("os.name", ""), System.getProperty("glass.platform"));
  }

  static Display of(
      Map<String, String> environment, String system, @Nullable String glassPlatform) {
    boolean needsX11 = system.equals("Linux") && !"Headless".equals(glassPlatform);
    return new Display(!needsX11 || !environment.getOrDefault("DISPLAY", "").isBlank());
  }
}
