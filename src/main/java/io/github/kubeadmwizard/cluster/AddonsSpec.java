package io.github.kubeadmwizard.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What runs on the cluster besides Kubernetes itself.
 *
 * @param chosen options by the add-on's key in the file, such as {@code metricsServer}
 * @param manifests the user's own files, applied last, in this order
 */
public record AddonsSpec(SortedMap<String, Map<String, Object>> chosen, List<String> manifests)
    implements ClusterPart {

  /** None. */
  public static final AddonsSpec DEFAULT = new AddonsSpec(new TreeMap<>(), List.of());

  public AddonsSpec {
    chosen = Collections.unmodifiableSortedMap(new TreeMap<>(chosen));
    manifests = List.copyOf(manifests);
  }
}
