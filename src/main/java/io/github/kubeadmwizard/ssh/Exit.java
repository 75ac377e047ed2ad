package io.github.kubeadmwizard.ssh;

/**
 * How a script ended.
 *
 * @param code its exit code, 0 to 255; 128 and the signal's number if a signal ended it
 * @param how whether it ended by itself
 */
public record Exit(int code, How how) {
  /** A script that ended by itself. */
  public Exit(int code) {
    this(code, How.BY_ITSELF);
  }

  /** What ended it. */
  public enum How {
    BY_ITSELF,
    CANCELLED,
    DEADLINE
  }

  /** Whether it ended by itself with 0. */
  public boolean ok() {
    return code == 0 && how == How.BY_ITSELF;
  }
}
