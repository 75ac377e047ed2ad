package io.github.kubeadmwizard.bundle;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import java.util.Optional;

/** Something expected that keeps a bundle from being made or read, in words. */
public final class BundleFailure extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  private BundleFailure(Problem problem, Throwable cause) {
    super(problem.id() + " " + problem.what().args(), cause);
    this.problem = problem;
  }

  /**
   * A failure whose words are {@code id.what}, {@code id.why} and {@code id.remedy}.
   *
   * @param where the server, or what stands for this machine
   */
  static BundleFailure of(String id, String where, Object... args) {
    return because(new IllegalStateException(id), id, where, args);
  }

  /** The same, with what was thrown. */
  static BundleFailure because(Throwable cause, String id, String where, Object... args) {
    var host = new HostName(where.isBlank() ? "localhost" : where);
    return new BundleFailure(Problem.told(id, host, "", Optional.empty(), args), cause);
  }

  /** What is told to the user. */
  public Problem problem() {
    return problem;
  }
}
