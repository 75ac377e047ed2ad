package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * What was found where.
 *
 * @param check the identifier to override it by, as in {@code checks.override}; kubeadm's own where
 *     kubeadm asks the same
 * @param key names the requirement among all, such as a row of the matrix
 * @param host empty where it is about the cluster as a whole
 * @param soft whether the user may pass over it
 * @param title what is asked for
 * @param shortly what was read, a word or two
 * @param read what was read
 * @param why why it matters
 * @param remedy what mends it
 * @param mend the actions that mend it, in order; empty where only the user can
 */
public record Finding(
    String check,
    String key,
    Group group,
    Optional<HostName> host,
    State state,
    boolean soft,
    Message title,
    Message shortly,
    Message read,
    Message why,
    Message remedy,
    List<Action> mend) {
  public Finding {
    if (state == State.OVERRIDDEN && !soft) {
      throw new IllegalArgumentException(key + " cannot be overridden");
    }
    mend = List.copyOf(mend);
  }

  /** What a check found on a host. */
  static Finding of(Check check, HostName host, Verdict verdict) {
    return of(check, Optional.of(host), verdict);
  }

  /** What a check found, on a host or in the whole. */
  static Finding of(Check check, Optional<HostName> host, Verdict verdict) {
    return new Finding(
        check.id(),
        check.key(),
        check.group(),
        host,
        verdict.state(),
        check.soft(),
        check.title(),
        verdict.shortly(),
        verdict.read(),
        check.why(),
        check.remedy(),
        verdict.mend());
  }

  /** Whether it keeps the installation from beginning. */
  public boolean blocks() {
    return state == State.BLOCKS;
  }

  /** The same, passed over by the user where that is possible and needed. */
  Finding overridden() {
    return blocks() && soft ? in(State.OVERRIDDEN) : this;
  }

  private Finding in(State other) {
    return new Finding(
        check, key, group, host, other, soft, title, shortly, read, why, remedy, mend);
  }
}
