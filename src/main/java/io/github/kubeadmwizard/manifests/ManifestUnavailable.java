package io.github.kubeadmwizard.manifests;

import io.github.kubeadmwizard.engine.Problem;
import java.util.Optional;

/**
 * A manifest that the installation needs is not to be had. Its problem says what, why, what to do.
 */
public final class ManifestUnavailable extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  /** With what is told to the user. */
  public ManifestUnavailable(Problem problem) {
    super(problem.id());
    this.problem = problem;
  }

  static ManifestUnavailable told(String id, Object... args) {
    return new ManifestUnavailable(
        Problem.told(id, ManifestFetcher.HERE, "", Optional.empty(), args));
  }

  /** What is told to the user. */
  public Problem problem() {
    return problem;
  }
}
