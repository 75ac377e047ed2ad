package io.github.kubeadmwizard.migrate;

/**
 * A flag of {@code kubeadm init} or {@code kubeadm join}.
 *
 * @param alone whether it stands alone, without a value
 */
record Flag(boolean alone, Rule rule) {
  static Flag with(Rule rule) {
    return new Flag(false, rule);
  }

  static Flag alone(Rule rule) {
    return new Flag(true, rule);
  }
}
