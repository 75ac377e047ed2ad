package io.github.kubeadmwizard.cluster;

import java.util.List;

/**
 * Which Kubernetes minors this program installs; data, so that a new one arrives without code.
 *
 * @param preferred used where the user names none; one of the supported
 * @param supported minors such as {@code 1.36}, oldest first
 */
public record KubernetesMinors(KubernetesVersion preferred, List<KubernetesVersion> supported) {
  public KubernetesMinors {
    supported = List.copyOf(supported);
    if (!supported.contains(preferred)) {
      throw new IllegalArgumentException("the preferred minor is not among the supported");
    }
  }

  /** Whether the minor of this version is among them. */
  public boolean supports(KubernetesVersion version) {
    return supported.stream()
        .anyMatch(s -> s.major() == version.major() && s.minor() == version.minor());
  }
}
