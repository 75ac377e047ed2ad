package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.yaml.Position;

/**
 * Where something stands in the old text.
 *
 * @param path of the field, such as {@code api.advertiseAddress}, or the flag with its dashes
 */
record Origin(Position at, String path) {

  /** A field inside this one. */
  Origin inner(Position where, String field) {
    return new Origin(where, path + "." + field);
  }

  /** An item of this list. */
  Origin item(Position where, int number) {
    return new Origin(where, path + "[" + number + "]");
  }
}
