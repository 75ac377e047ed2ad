package io.github.kubeadmwizard.app;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;

/**
 * Every piece of work of JavaFX's thread, in its own CPU time: what other threads and the headless
 * platform's copying of the window take is not ours. Pieces are pulses (from the first timer to the
 * end of the layout), tasks that come from beside the screen, and events.
 */
final class FxWork {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final double MILLI = 1e6;
  private static final double FRAME = 16;

  private final List<Piece> pieces = new ArrayList<>();
  private String now = "";
  private Began pulseBegan = Began.now();
  private int depth;
  private int pulses;

  /**
   * @param millis of CPU
   * @param wall how long it took, others included, in ms
   */
  private record Piece(String kind, double millis, double wall) {}

  /** When a piece began. */
  private record Began(long cpu, long wall) {
    static Began now() {
      return new Began(THREADS.getCurrentThreadCpuTime(), System.nanoTime());
    }
  }

  /**
   * What was seen.
   *
   * @param median in ms of CPU, as is {@code longest}
   * @param wall how long the one took that took longest, in ms
   * @param over16 how many pieces took more than 16 ms
   * @param which the longest of them
   */
  record Seen(
      String what,
      int pieces,
      double median,
      double longest,
      double wall,
      int over16,
      List<String> which) {
    String line() {
      return String.format(
          Locale.ROOT,
          "%-44s %5d pieces, median %6.2f ms, longest %6.1f ms (wall %6.1f), %d over 16 ms %s",
          what,
          pieces,
          median,
          longest,
          wall,
          over16,
          over16 == 0 ? "" : which);
    }
  }

  /** Watches this window from now on; on JavaFX's thread. */
  void watch(Scene scene) {
    new AnimationTimer() {
      @Override
      public void handle(long at) {
        pulseBegan = Began.now();
        pulses++;
      }
    }.start();
    scene.addPostLayoutPulseListener(() -> took("pulse", pulseBegan));
    EventDispatcher usual = scene.getEventDispatcher();
    scene.setEventDispatcher((event, tail) -> {
      Began began = begin();
      try {
        return usual.dispatchEvent(event, tail);
      } finally {
        end(event.getEventType().getName(), began);
      }
    });
  }

  /** What models and pages are told from beside the screen comes this way. */
  void later(Runnable task) {
    Platform.runLater(() -> run("task", task));
  }

  /** A piece of work by itself; on JavaFX's thread. */
  void run(String kind, Runnable task) {
    Began began = begin();
    try {
      task.run();
    } finally {
      end(kind, began);
    }
  }

  private Began begin() {
    depth++;
    return Began.now();
  }

  private void end(String kind, Began began) {
    depth--;
    if (depth == 0) { // an event within a task is part of it
      took(kind, began);
    }
  }

  private void took(String kind, Began began) {
    Began end = Began.now();
    pieces.add(
        new Piece(kind, (end.cpu() - began.cpu()) / MILLI, (end.wall() - began.wall()) / MILLI));
  }

  /** So many pulses were seen; on JavaFX's thread. */
  int pulses() {
    return pulses;
  }

  /** Begins to count anew; on JavaFX's thread. */
  void begin(String what) {
    now = what;
    pieces.clear();
  }

  /** What was seen since the beginning; on JavaFX's thread. */
  Seen seen() {
    var sorted = pieces.stream().sorted(Comparator.comparingDouble(Piece::millis)).toList();
    return sorted.isEmpty()
        ? new Seen(now, 0, 0, 0, 0, 0, List.of())
        : new Seen(
            now,
            sorted.size(),
            sorted.get(sorted.size() / 2).millis(),
            sorted.getLast().millis(),
            sorted.stream().mapToDouble(Piece::wall).max().orElse(0),
            (int) sorted.stream().filter(piece -> piece.millis() > FRAME).count(),
            sorted.reversed().stream()
                .limit(3)
                .map(piece -> String.format(Locale.ROOT, "%s %.0f", piece.kind(), piece.millis()))
                .toList());
  }
}
