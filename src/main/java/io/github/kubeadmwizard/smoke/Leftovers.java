package io.github.kubeadmwizard.smoke;

import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunListener;

/** Hears a run of the test and knows whether its objects may still be in the cluster. */
public final class Leftovers implements RunListener {
  private volatile boolean there;

  @Override
  public void accept(RunEvent event) {
    if (event instanceof RunEvent.ActionStarted e && e.action().equals(SmokeTest.BEGIN)) {
      there = true;
    }
    if (event instanceof RunEvent.ActionFinished e
        && e.action().equals(SmokeTest.REMOVE)
        && (e.outcome() instanceof Outcome.Changed || e.outcome() instanceof Outcome.Unchanged)) {
      there = false;
    }
  }

  /** Whether something may be left. */
  public boolean areThere() {
    return there;
  }
}
