package io.github.kubeadmwizard.session;

import io.github.kubeadmwizard.engine.Problem;

/**
 * No patch of the wished Kubernetes minor could be found. Its problem says what, why, what to do.
 */
public final class PatchUnknown extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  /** With what is told to the user. */
  public PatchUnknown(Problem problem) {
    super(problem.id());
    this.problem = problem;
  }

  /** What is told to the user. */
  public Problem problem() {
    return problem;
  }
}
