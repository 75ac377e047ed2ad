package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An expected failure of a connection or of becoming root. Its cause says what, why and what to do.
 */
public final class SshFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient SshCause why;

  /** A failure without an exception behind it. */
  public SshFailure(SshCause why) {
    this(why, null);
  }

  /**
   * @param why what happened
   * @param behind for the log only
   */
  public SshFailure(SshCause why, @Nullable Throwable behind) {
    super(why.toString(), behind);
    this.why = why;
  }

  /** What happened. */
  public SshCause why() {
    return why;
  }

  /** The same for the user. */
  public Problem problem(HostName host) {
    return new Problem(
        why.id(), host, "", why.what(), why.reason(), why.remedy(), Optional.empty(), List.of());
  }
}
