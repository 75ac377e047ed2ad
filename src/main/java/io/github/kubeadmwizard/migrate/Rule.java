package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.yaml.YamlNode;

/** What is made of a field of the old text, or of a flag. */
@FunctionalInterface
interface Rule {

  /** Reads the value and says what becomes of it. */
  void read(YamlNode value, Origin from, Gathered out);
}
