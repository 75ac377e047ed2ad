package io.github.kubeadmwizard.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Does the same for many at once, at most so many at a time; a free place is filled at once. */
final class SideBySide {
  private final int parallel;

  SideBySide(int parallel) {
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one at a time: " + parallel);
    }
    this.parallel = parallel;
  }

  /** The answers, in the order of the questions; what a question throws is thrown here. */
  <K, V> Map<K, V> each(List<K> keys, Function<K, V> work) {
    var places = new Semaphore(parallel);
    var futures = new LinkedHashMap<K, CompletableFuture<V>>();
    for (K key : keys) {
      futures.put(
          key,
          CompletableFuture.supplyAsync(
              () -> work.apply(key),
              task -> Thread.ofVirtual().start(() -> limited(places, task))));
    }
    var answers = new LinkedHashMap<K, V>();
    futures.forEach((key, future) -> answers.put(key, future.join()));
    return answers;
  }

  private static void limited(Semaphore places, Runnable task) {
    places.acquireUninterruptibly();
    try {
      task.run();
    } finally {
      places.release();
    }
  }
}
