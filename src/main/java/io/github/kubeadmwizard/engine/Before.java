package io.github.kubeadmwizard.engine;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was on a host before a change: one entry of the {@link Ledger}.
 *
 * @param kind {@code file}, {@code service}, {@code package}, {@code sysctl}, {@code module},
 *     {@code swap}, {@code hostname}, {@code firewall}, {@code directory}, {@code cluster}, {@code
 *     reboot}
 * @param fields by name; for a file: path, existed, mode, owner, group, sha256, backup
 */
public record Before(String kind, SortedMap<String, String> fields) {
  public Before {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }
}
