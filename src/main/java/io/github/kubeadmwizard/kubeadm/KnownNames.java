package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.assets.Assets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names that a program or kind knows in one Kubernetes minor, each with a word beside it.
 *
 * @param names for flags: {@code deprecated} or nothing; for fields: the kind of value
 */
record KnownNames(SortedMap<String, String> names) {
  KnownNames {
    names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
  }

  /** The flags of a component; empty for a minor that we have no list of. */
  static Optional<KnownNames> ofFlags(String minor, String component) {
    return read("kubernetes/flags/" + minor + "/" + component + ".txt");
  }

  /** The fields of a kind; empty for a minor that we have no list of. */
  static Optional<KnownNames> ofFields(String minor, String kind) {
    return read("kubernetes/fields/" + minor + "/" + kind + ".txt");
  }

  /** The feature gates; the word is the only value that is still possible, where there is one. */
  static Optional<KnownNames> ofGates(String minor, String owner) {
    return read("kubernetes/gates/" + minor + "/" + owner + ".txt");
  }

  /** The admission plugins of kube-apiserver. */
  static Optional<KnownNames> ofAdmission(String minor) {
    return read("kubernetes/admission/" + minor + ".txt");
  }

  private static Optional<KnownNames> read(String asset) {
    if (!Assets.exists(asset)) {
      return Optional.empty();
    }
    var names = new TreeMap<String, String>();
    Assets.text(asset)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .forEach(line -> {
          int space = line.indexOf(' ');
          names.put(
              space < 0 ? line : line.substring(0, space),
              space < 0 ? "" : line.substring(space + 1));
        });
    return Optional.of(new KnownNames(names));
  }
}
