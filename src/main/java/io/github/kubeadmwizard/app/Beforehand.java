package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.wizard.Language;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import javafx.scene.text.Text;
import org.slf4j.LoggerFactory;

/**
 * What the first window needs, woken beside JavaFX's own start, which mostly waits for the system.
 * Everything here is kept by its owner once it was asked for; who comes too early waits for it, or
 * reads it himself, and a fault comes to light there.
 */
final class Beforehand {
  private Beforehand() {}

  /** What needs no screen. */
  static void wakeReaders() {
    beside(() -> {
      ClusterFile.ofThisProgram().read("", Json.line(Map.of()));
      LoggerFactory.getLogger(Beforehand.class);
      new Words(Language.of(Locale.getDefault()).locale());
      KubernetesCatalogue.load();
      new SecureRandom().nextInt();
    });
  }

  /** The files of the fonts, for all languages that the first page has words of. */
  static void wakeFonts() {
    beside(() -> {
      for (Language language : Language.values()) {
        new Text(language.ownName()).getLayoutBounds();
      }
    });
  }

  private static void beside(Runnable work) {
    Thread.ofPlatform()
        .daemon()
        .name("beforehand")
        .uncaughtExceptionHandler((_, _) -> {})
        .start(work);
  }
}
