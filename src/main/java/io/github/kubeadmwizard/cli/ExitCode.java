package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;

/** The exit codes of every command; part of the interface. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int USAGE = 2;
  static final int CHECKS = 3;
  static final int IDENTITY = 4;

  private ExitCode() {}

  /** Of a command whose work is one run. */
  static int of(RunResult result) {
    return result.end() == RunEvent.End.DONE ? DONE : FAILED;
  }
}
