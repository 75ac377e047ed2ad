package io.github.kubeadmwizard.running;

import java.time.Duration;
import java.util.Optional;

/**
 * A machine that is to join by hand.
 *
 * @param lifetime how long its token lets it in
 * @param controlPlane whether as a control plane, which gets the cluster's keys, too
 */
public record JoinWish(Lifetime lifetime, boolean controlPlane) {
  /** What is long enough for a machine or two. */
  public static final Lifetime USUAL = new Lifetime("1h");

  private static final Duration LEAST = Duration.ofMinutes(5);
  private static final Duration MOST = Duration.ofDays(7);

  /** kubeadm deletes the uploaded certificates then. Source: kubeadm, copycerts. */
  private static final Duration MOST_OF_CONTROL_PLANE = Duration.ofHours(2);

  public JoinWish {
    if (!isPossible(lifetime, controlPlane)) {
      throw new IllegalArgumentException("too short or too long: " + lifetime);
    }
  }

  /** The lifetime that this text says; empty where it is none, or one that is not offered. */
  public static Optional<Lifetime> lifetime(String text, boolean controlPlane) {
    return Lifetime.parse(text, LEAST, most(controlPlane));
  }

  private static boolean isPossible(Lifetime lifetime, boolean controlPlane) {
    return lifetime(lifetime.text(), controlPlane).isPresent();
  }

  private static Duration most(boolean controlPlane) {
    return controlPlane ? MOST_OF_CONTROL_PLANE : MOST;
  }
}
