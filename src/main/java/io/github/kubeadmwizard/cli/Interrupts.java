package io.github.kubeadmwizard.cli;

/** Ctrl-C. */
public interface Interrupts {

  /**
   * Calls this at each Ctrl-C from now on, on a thread of its own, until the answer is closed;
   * without it a Ctrl-C ends the program at once.
   */
  Watch watch(Runnable onInterrupt);

  /** Ends the program now, without waiting for anything. */
  void endNow(int exitCode);

  /** Ends the watching. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
