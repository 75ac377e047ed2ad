package io.github.kubeadmwizard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.text.Words;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What a million lines cost JavaFX's thread; the figures are printed. */
@InWindow
@Tag("figures")
final class LogPulseTest {
  private static final int LINES = 1_100_000;

  private final LogStore store = new LogStore();
  private final LogModel model = new LogModel(store);
  private Scene scene;

  @Start
  void show(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    scene = new Scene(new LogView(new Words(Locale.ENGLISH), model, Optional::empty), 900, 900);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void aMillionLinesAreTakenFilteredAndSearchedWithoutALongTask(FxRobot robot)
      throws TimeoutException {
    var frames = new Frames[1];
    var seen = new Frames.Seen[1];
    warmUp(robot);
    robot.interact(() -> frames[0] = Frames.start(scene));
    fill(LINES);
    robot.interact(() -> {
      model.filterProperty().set(LogFilter.everything().of("n3"));
      model.searchProperty().set("ETCD");
    });
    WaitForAsyncUtils.waitFor(
        30, TimeUnit.SECONDS, () -> model.countProperty().get().total() == LogStore.MOST_LINES / 5);
    robot.interact(() -> seen[0] = frames[0].stop());
    System.out.printf(
        "a million lines: %d pulses, longest pulse %.1f ms, %d over 16 ms%n",
        seen[0].frames(), seen[0].longestPulse(), seen[0].over16());
    assertThat(model.end() - model.first()).isEqualTo(LogStore.MOST_LINES / 5);
    assertThat(model.log().end() - model.log().first()).isEqualTo(LogStore.MOST_LINES);
    assertThat(seen[0].longestPulse()).isLessThan(250); // far more than it is, for slow machines
  }

  /** What is loaded, compiled and laid out once is start-up. */
  private void warmUp(FxRobot robot) throws TimeoutException {
    var frames = new Frames[1];
    robot.interact(() -> frames[0] = Frames.start(scene));
    WaitForAsyncUtils.waitFor(
        30,
        TimeUnit.SECONDS,
        () -> {
          fill(100);
          return frames[0].count() > 200;
        });
    robot.interact(frames[0]::stop);
  }

  private void fill(int lines) {
    for (int i = 0; i < lines; i++) {
      store.add(
          Instant.EPOCH,
          "n" + i % 5,
          LogLevel.INFO,
          i
              + " kubelet: \"Pod sandbox changed, it will be killed and re-created\""
              + " pod=\"etcd-n1\"");
    }
  }
}
