package io.github.kubeadmwizard.install;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Where one host waits for another. */
enum Gate {
  /** The API server answers and tokens can be used. */
  API_ANSWERS,
  /** Every host that can has joined. */
  JOINED,
  /** Nodes are Ready and test pods run. */
  TEST_PODS_RUN,
  /** Every node has tried its way to every test pod. */
  TRAFFIC_TRIED,
  /** Every node reached every test pod. */
  TRAFFIC_PROVEN,
  /**
   * Every node has the images of what comes later, where they are not fetched when they are needed.
   */
  IMAGES_THERE,
  /** Every kubelet asks the cluster for its serving certificate, where that is wished. */
  CERTIFICATES_ASKED,
  /** What looks after storage runs, where that is wished. */
  STORAGE_RUNS,
  /** Every disk that storage will take was blank a moment ago. */
  DISKS_PROVEN;

  static Set<String> names(Set<Gate> gates) {
    return gates.stream()
        .map(g -> g.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.toSet());
  }
}
