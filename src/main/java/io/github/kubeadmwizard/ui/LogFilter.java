package io.github.kubeadmwizard.ui;

import java.util.Optional;

/**
 * Which lines of the log are shown.
 *
 * @param host empty for all hosts
 * @param atLeast the least level that is shown
 */
public record LogFilter(Optional<String> host, LogLevel atLeast) {
  /** Shows everything. */
  public static LogFilter everything() {
    return new LogFilter(Optional.empty(), LogLevel.INFO);
  }

  /** The same levels of this host alone. */
  public LogFilter of(String onlyHost) {
    return new LogFilter(Optional.of(onlyHost), atLeast);
  }

  boolean isEverything() {
    return host.isEmpty() && atLeast == LogLevel.INFO;
  }
}
