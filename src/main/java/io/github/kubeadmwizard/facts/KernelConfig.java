package io.github.kubeadmwizard.facts;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Build options of the kernel, where a file tells them. Source of the places and names:
 * kubernetes-sigs system-validators, kernel validator.
 *
 * @param source the file that was read; empty where none was found
 * @param values option without CONFIG_, to y, m or another value; options not set are absent
 */
public record KernelConfig(Optional<String> source, SortedMap<String, String> values) {
  public KernelConfig {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /** Whether it is built in or a module; false also where no file was found. */
  public boolean isSet(String option) {
    return "y".equals(values.get(option)) || "m".equals(values.get(option));
  }
}
