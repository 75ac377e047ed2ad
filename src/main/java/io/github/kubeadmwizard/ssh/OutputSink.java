package io.github.kubeadmwizard.ssh;

/**
 * Takes a script's output, line by line as it comes. Called from two threads, one for each stream,
 * but never from two at once for the same stream; a sink that waits holds the script up.
 */
@FunctionalInterface
public interface OutputSink {
  /**
   * Takes a line.
   *
   * @param text without its line end; bytes that are not UTF-8 are replaced; what goes beyond 1 MiB
   *     of a line is left out and counted at its end
   */
  void line(Stream stream, String text);

  /** Where a line came from. */
  enum Stream {
    OUT,
    ERR
  }

  /** A sink that wants nothing. */
  static OutputSink none() {
    return (_, _) -> {};
  }
}
