package io.github.kubeadmwizard.engine;

/** Gives actions their meaning: over SSH on a real host, on a simulated machine, or on paper. */
public interface Executor extends AutoCloseable {

  /**
   * Looks whether the action is done already and does it where it is not. Called from the host's
   * lane, one action at a time for a host; never throws for what can be expected.
   *
   * @param host where
   * @param action what
   * @param stage what it may use and whom it tells
   */
  Outcome apply(HostName host, Action action, Stage stage);

  @Override
  void close();
}
