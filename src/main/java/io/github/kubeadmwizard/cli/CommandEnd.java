package io.github.kubeadmwizard.cli;

/** A command ends here, with everything said already. */
final class CommandEnd extends Exception {
  private static final long serialVersionUID = 1L;
  private final int exitCode;

  CommandEnd(int exitCode) {
    super("exit code " + exitCode, null, false, false);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
