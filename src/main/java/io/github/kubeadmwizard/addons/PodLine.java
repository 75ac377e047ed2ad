package io.github.kubeadmwizard.addons;

import java.util.Optional;

/**
 * A pod as {@code pod-network.sh} prints it.
 *
 * @param made when, as the API server writes it
 * @param app its label of this name; may be empty
 */
record PodLine(
    String namespace, String node, boolean onHost, String phase, String made, String app) {

  static Optional<PodLine> of(String line) {
    String[] parts = line.split("\\|", -1);
    return parts.length == 6
        ? Optional.of(
            new PodLine(parts[0], parts[1], parts[2].equals("true"), parts[3], parts[4], parts[5]))
        : Optional.empty();
  }

  /** Whether it has an address of the pod network now. */
  boolean isInPodNetwork() {
    return !onHost && !node.isEmpty() && !phase.equals("Succeeded") && !phase.equals("Failed");
  }
}
