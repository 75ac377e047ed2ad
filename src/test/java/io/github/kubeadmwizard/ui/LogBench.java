package io.github.kubeadmwizard.ui;

import atlantafx.base.theme.PrimerLight;
import io.github.kubeadmwizard.app.Housekeeping;
import io.github.kubeadmwizard.text.Words;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Feeds the log view with a million lines in it and prints what that costs. See {@code
 * bench/logview} for what the columns mean.
 */
public final class LogBench extends Application {
  private static final List<Integer> RATES = List.of(1_000, 10_000, 100_000, 300_000);
  private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
  private static final double LEAST_FPS = 59;
  private static final double MOST_MB = 350;

  private final LogStore store = new LogStore();
  private final LogModel model = new LogModel(store);
  private Scene scene;

  public static void main(String[] args) {
    launch(args);
  }

  @Override
  public void start(Stage stage) {
    setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    var view = new LogView(new Words(Locale.ENGLISH), model, Optional::empty);
    scene = new Scene(view, 990, 860);
    stage.setScene(scene);
    stage.show();
    Thread.ofPlatform().name("bench").start(this::run);
  }

  private void run() {
    Housekeeping.begin(); // as the window does
    try {
      System.out.printf("before the first line: %s%n", memory());
      feed(1_000_000, 300_000, new LineWriter(store));
      System.out.printf(
          "%-34s %9s %5s %6s %8s %8s %6s %9s %6s%n",
          "", "lines/s", "fps", "FX %", "pulse ms", "frame ms", ">16 ms", "heap MB", "RSS MB");
      for (int rate : RATES) {
        measure("follows", rate);
      }
      onFx(() -> set(LogFilter.everything().of("n3"), "etcd"));
      measure("one of five hosts, searches etcd", 300_000);
      var warnings = new LogFilter(Optional.of("n3"), LogLevel.WARN);
      onFx(() -> set(warnings, "etcd"));
      measure("its warnings, searches etcd", 300_000);
      for (var filter : List.of(LogFilter.everything().of("n3"), warnings, errors())) {
        onFx(() -> set(filter, "etcd"));
        scrolling("the same scrolls: n3, " + filter.atLeast());
      }
      onFx(() -> set(LogFilter.everything(), ""));
      onFx(() -> {
        model.followingProperty().set(false);
        return null;
      });
      measure("stands still", 300_000);
      timeSearch();
    } catch (InterruptedException | ExecutionException | IOException e) {
      System.err.println("stopped: " + e);
    }
    Platform.exit();
  }

  private static LogFilter errors() {
    return new LogFilter(Optional.of("n3"), LogLevel.ERROR);
  }

  /** Up and down in the middle of the log: three rows in each pulse, now and then a whole page. */
  private void scrolling(String what) throws InterruptedException, ExecutionException, IOException {
    var rows = (LineRows) scene.lookup(".line-rows");
    onFx(() -> {
      rows.scroll((model.first() - model.end()) / 2);
      return true;
    });
    measure(
        what,
        300_000,
        pulse -> {
          long rowsOn = pulse % 20 == 0 ? rows.fitting() : 3;
          rows.scroll(pulse / 300 % 2 == 0 ? -rowsOn : rowsOn);
        });
  }

  private boolean set(LogFilter filter, String search) {
    model.filterProperty().set(filter);
    model.searchProperty().set(search);
    model.followingProperty().set(true);
    return true;
  }

  private void measure(String what, int rate)
      throws InterruptedException, ExecutionException, IOException {
    measure(what, rate, _ -> {});
  }

  /**
   * @param user what is done in each pulse, and is part of it
   */
  private void measure(String what, int rate, IntConsumer user)
      throws InterruptedException, ExecutionException, IOException {
    var writer = new LineWriter(store);
    feed(2L * rate, rate, writer); // warm
    var frames = onFx(() -> Frames.start(scene));
    var hand = onFx(() -> hand(user)); // after it: timers run in the order in which they began
    feed((long) rate * SECONDS, rate, writer);
    var seen = onFx(frames::stop);
    onFx(() -> {
      hand.stop();
      return true;
    });
    double resident = resident();
    var verdict =
        (seen.framesPerSecond() >= LEAST_FPS ? "" : "below 60 fps ")
            + (resident < MOST_MB ? "" : "over 350 MB");
    System.out.printf(
        "%-34s %9d %5.1f %6.1f %8.1f %8.1f %6d %9.0f %6.0f  %s%n",
        what,
        seen.rate(writer.count() - rate * 2L),
        seen.framesPerSecond(),
        seen.share() * 100,
        seen.longestPulse(),
        seen.longestFrame(),
        seen.over16(),
        heap(),
        resident,
        verdict);
  }

  private static AnimationTimer hand(IntConsumer user) {
    var timer =
        new AnimationTimer() {
          private int pulse;

          @Override
          public void handle(long now) {
            user.accept(pulse++);
          }
        };
    timer.start();
    return timer;
  }

  /** How long until a search over the whole million is counted. */
  private void timeSearch() throws InterruptedException, ExecutionException {
    for (var text : List.of("etcd", "no such text", "e")) {
      long start = System.nanoTime();
      onFx(() -> set(LogFilter.everything(), text));
      while (!onFx(this::isSearched)) {
        Thread.sleep(1);
      }
      System.out.printf(
          "search \"%s\" in a million lines: %d matches after %d ms%n",
          text,
          onFx(() -> model.countProperty().get().total()),
          (System.nanoTime() - start) / 1_000_000);
    }
  }

  private boolean isSearched() {
    model.update();
    return model.matches().isComplete();
  }

  private static void feed(long lines, int rate, LineWriter writer) {
    long start = System.nanoTime();
    for (long done = 0; done < lines; ) {
      long due = Math.min(lines, (System.nanoTime() - start) * rate / 1_000_000_000L);
      while (done < due) {
        writer.write();
        done++;
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  private static <T> T onFx(Callable<T> work) throws InterruptedException, ExecutionException {
    var task = new FutureTask<>(work);
    Platform.runLater(task);
    return task.get();
  }

  private static String memory() throws IOException {
    return "heap %.0f MB, resident %.0f MB".formatted(heap(), resident());
  }

  private static double heap() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted() / 1e6;
  }

  private static double resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** Writes lines of about 110 characters, as from five hosts. */
  private static final class LineWriter {
    private static final String REST =
        " kubelet: \"Pod sandbox changed, it will be killed and re-created\""
            + " pod=\"kube-system/etcd";
    private final LogStore store;
    private final SplittableRandom random = new SplittableRandom(1);
    private long count;

    LineWriter(LogStore store) {
      this.store = store;
    }

    long count() {
      return count;
    }

    void write() {
      long n = count++;
      var level = n % 97 == 0 ? LogLevel.ERROR : n % 31 == 0 ? LogLevel.WARN : LogLevel.INFO;
      store.add(
          Instant.ofEpochMilli(System.currentTimeMillis()),
          "n" + (n % 5 + 1),
          level,
          n + REST + Long.toHexString(random.nextLong()) + "\" took " + n % 1000);
    }
  }
}
