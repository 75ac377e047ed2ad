package io.github.kubeadmwizard.engine;

/** Hears everything that happens in a run; called from many threads, must be quick. */
@FunctionalInterface
public interface RunListener {
  /** Takes an event. */
  void accept(RunEvent event);
}
