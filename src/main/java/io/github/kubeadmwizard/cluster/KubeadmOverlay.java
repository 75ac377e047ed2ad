package io.github.kubeadmwizard.cluster;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the user lays over the documents that we make, as plain trees.
 *
 * @param documents by key of the file: {@code initConfiguration}, {@code joinConfiguration}, {@code
 *     clusterConfiguration}, {@code kubeletConfiguration}, {@code kubeProxyConfiguration}
 */
public record KubeadmOverlay(SortedMap<String, Map<String, Object>> documents)
    implements ClusterPart {

  /** Nothing laid over. */
  public static final KubeadmOverlay DEFAULT = new KubeadmOverlay(new TreeMap<>());

  private static final int API_PORT = 6443; // source: kubeadm v1beta4, LocalAPIEndpoint

  public KubeadmOverlay {
    documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
  }

  /** What is laid over this document; empty where nothing is. */
  public Map<String, Object> of(String key) {
    return documents.getOrDefault(key, Map.of());
  }

  /** The port where API servers listen: kubeadm's, unless the user lays another over it. */
  public int apiPort() {
    return of("initConfiguration").get("localAPIEndpoint") instanceof Map<?, ?> map
            && map.get("bindPort") instanceof Number port
        ? port.intValue()
        : API_PORT;
  }
}
