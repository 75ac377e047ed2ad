package io.github.kubeadmwizard.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.EventDispatcher;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * What everything costs JavaFX's thread when it is shown for the first time, in the program as a
 * user starts it: {@code bench/first-show}. It is on the class path behind the program's own jars,
 * so that Java's ahead-of-time cache still fits, and needs no module that the program's Java lacks.
 *
 * <p>The thread's time is cut at the end of each event and each layout, and wherever the thread
 * comes to a small task that is given to it again and again: what lies between two cuts held the
 * window for so long at most.
 */
final class FirstShow {
  private static final double MILLI = 1e6;
  private static final double FRAME = 16;
  private static final long PATIENCE_MILLIS = 90_000;
  private static final int THREAD_CPU = 3; // CLOCK_THREAD_CPUTIME_ID, time.h

  private final long dwell = Long.getLong("bench.dwell", 800);
  private final Cpu cpu = new Cpu();
  private final List<Piece> pieces = new ArrayList<>();
  private long lastCpu;
  private long lastWall;
  private int depth;

  private record Piece(String end, double millis, double wall) {}

  private record Seen(String what, List<Piece> pieces) {
    double longest() {
      return pieces.stream().mapToDouble(Piece::millis).max().orElse(0);
    }

    String line() {
      var sorted =
          pieces.stream().sorted(Comparator.comparingDouble(Piece::millis).reversed()).toList();
      double wall = pieces.stream().mapToDouble(Piece::wall).max().orElse(0);
      double all = pieces.stream().mapToDouble(Piece::millis).sum();
      var over =
          sorted.stream()
              .filter(piece -> piece.millis() > FRAME)
              .limit(3)
              .map(piece -> String.format(Locale.ROOT, "%s %.0f", piece.end(), piece.millis()))
              .toList();
      return String.format(
          Locale.ROOT, "%-40s\t%.1f\t%.1f\t%.0f\t%s", what, longest(), wall, all, over);
    }
  }

  /** This thread's own time, from the C library: the program's Java has no management module. */
  private static final class Cpu {
    private final MethodHandle clock;
    private final MemorySegment time = Arena.global().allocate(2 * Long.BYTES);

    @SuppressWarnings("restricted")
    Cpu() {
      var linker = Linker.nativeLinker();
      clock =
          linker.downcallHandle(
              linker.defaultLookup().findOrThrow("clock_gettime"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
    }

    long nanos() {
      try {
        int _ = (int) clock.invokeExact(THREAD_CPU, time);
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
      return time.get(ValueLayout.JAVA_LONG, 0) * 1_000_000_000
          + time.get(ValueLayout.JAVA_LONG, Long.BYTES);
    }
  }

  public static void main(String[] args) {
    var bench = new FirstShow();
    Thread.ofPlatform().daemon().name("first-show").start(bench::watch);
    Launcher.main(new String[0]);
  }

  private void watch() {
    try {
      follow();
      Runtime.getRuntime().halt(0);
    } catch (InterruptedException | RuntimeException e) {
      e.printStackTrace();
      Runtime.getRuntime().halt(1);
    }
  }

  private void follow() throws InterruptedException {
    Stage stage = await();
    Thread.sleep(Long.getLong("bench.first", 1500));
    var stops = Tour.stops(stage);
    onScreen(() -> {
      Window.getWindows().forEach(this::cutAtEnds);
      Window.getWindows()
          .addListener(
              (ListChangeListener<Window>)
                  change -> {
                    while (change.next()) {
                      change.getAddedSubList().forEach(this::cutAtEnds);
                    }
                  });
      return true;
    });
    Thread.ofPlatform().daemon().name("first-show-beat").start(this::beat);
    Thread.sleep(500);
    for (Tour.Stop stop : stops) {
      await(stop.what() + " can be done", stop.ready());
      onScreen(() -> {
        pieces.clear();
        return true;
      });
      Platform.runLater(() -> {
        forget();
        stop.act().run();
        cut("act");
      });
      await(stop.what() + " has come", stop.done());
      Thread.sleep(dwell);
      var all = onScreen(() -> List.copyOf(pieces));
      System.out.println(new Seen(stop.what(), all).line());
    }
  }

  private static Stage await() throws InterruptedException {
    while (true) {
      try {
        var shown = new CompletableFuture<List<Window>>();
        Platform.runLater(() -> shown.complete(List.copyOf(Window.getWindows())));
        for (Window window : shown.join()) {
          if (window instanceof Stage stage && stage.isShowing()) {
            return stage;
          }
        }
      } catch (IllegalStateException notYet) {
        // JavaFX has not begun
      }
      Thread.sleep(50);
    }
  }

  private void await(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!onScreen(holds::getAsBoolean)) {
      if (System.currentTimeMillis() > end) {
        throw new IllegalStateException("waited for: " + what);
      }
      Thread.sleep(100);
    }
  }

  /** Looks at the window; what that takes does not count. */
  private <T> T onScreen(Supplier<T> look) {
    var answer = new CompletableFuture<T>();
    Platform.runLater(() -> {
      cut("before");
      try {
        answer.complete(look.get());
      } catch (RuntimeException e) {
        answer.completeExceptionally(e);
      }
      forget();
    });
    return answer.join();
  }

  private void beat() {
    var come = new Semaphore(0);
    try {
      while (true) {
        Platform.runLater(() -> {
          cut("task");
          come.release();
        });
        come.acquire();
        Thread.sleep(1);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void cutAtEnds(Window window) {
    Scene scene = window.getScene();
    scene.addPostLayoutPulseListener(() -> cut("layout"));
    EventDispatcher usual = scene.getEventDispatcher();
    scene.setEventDispatcher((event, tail) -> {
      depth++;
      try {
        return usual.dispatchEvent(event, tail);
      } finally {
        depth--;
        if (depth == 0) {
          cut(event.getEventType().getName());
        }
      }
    });
  }

  private void cut(String end) {
    long nowCpu = cpu.nanos();
    long nowWall = System.nanoTime();
    if (nowCpu - lastCpu > 200_000) {
      pieces.add(new Piece(end, (nowCpu - lastCpu) / MILLI, (nowWall - lastWall) / MILLI));
    }
    forget();
  }

  private void forget() {
    lastCpu = cpu.nanos();
    lastWall = System.nanoTime();
  }
}
