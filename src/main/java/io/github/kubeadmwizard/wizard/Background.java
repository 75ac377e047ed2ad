package io.github.kubeadmwizard.wizard;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work beside the JavaFX thread, usually each piece on a virtual thread of its own. */
public final class Background {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final Executor screen;
  private final Executor beside;

  /**
   * @param screen runs what touches models and nodes: {@code Platform::runLater}
   */
  public Background(Executor screen) {
    this(screen, work -> Thread.ofVirtual().start(work));
  }

  /**
   * @param screen runs what touches models and nodes
   * @param beside runs the work
   */
  public Background(Executor screen, Executor beside) {
    this.screen = screen;
    this.beside = beside;
  }

  /** Does the work, and gives what came of it back on the screen's thread. */
  public <T> void run(Supplier<T> work, Consumer<T> then) {
    beside.execute(() -> {
      T done = guarded(work);
      screen.execute(() -> then.accept(done));
    });
  }

  /** Does work of which nothing comes back. */
  public void run(Runnable work) {
    beside.execute(() ->
        guarded(() -> {
          work.run();
          return work;
        }));
  }

  /** Brings something to the screen's thread. */
  public void show(Runnable change) {
    screen.execute(change);
  }

  private static <T> T guarded(Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException fault) {
      LOG.error("a fault in work beside the screen", fault);
      throw fault;
    }
  }
}
