package io.github.kubeadmwizard.engine;

import java.util.concurrent.CompletableFuture;

/** The user's wish to stop: asked once, seen by every lane. */
public final class Cancel {
  private final CompletableFuture<Void> asked = new CompletableFuture<>();

  /** Asks the run to stop as soon as it safely can. */
  public void ask() {
    asked.complete(null);
  }

  /** Whether it was asked. */
  public boolean asked() {
    return asked.isDone();
  }

  /** Runs this when it is asked, or at once if it was. */
  public void whenAsked(Runnable work) {
    var _ = asked.thenRun(work);
  }
}
