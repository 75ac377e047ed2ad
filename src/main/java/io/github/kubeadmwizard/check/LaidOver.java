package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.KubeadmOverlay;
import java.util.Map;
import java.util.Optional;

/** The values of kubeadm's documents that checks ask for: the user's, else kubeadm's defaults. */
record LaidOver(KubeadmOverlay overlay) {

  /** The API server's port. Source: kubeadm v1beta4, APIEndpoint.bindPort. */
  int bindPort() {
    return at("initConfiguration", "localAPIEndpoint", "bindPort")
        .map(port -> Integer.parseInt(port.toString()))
        .orElse(6443);
  }

  /** etcd's files. Source: kubeadm v1beta4, LocalEtcd.dataDir. */
  String etcdDataDir() {
    return at("clusterConfiguration", "etcd", "local", "dataDir")
        .map(Object::toString)
        .orElse("/var/lib/etcd");
  }

  /** Whether the user brings an etcd of his own. Source: kubeadm v1beta4, Etcd.external. */
  boolean hasExternalEtcd() {
    return at("clusterConfiguration", "etcd", "external").isPresent();
  }

  /** Whether the kubelet refuses swap. Source: KubeletConfiguration.failSwapOn. */
  boolean failsOnSwap() {
    return isNotFalse("failSwapOn");
  }

  /** Whether the kubelet refuses cgroup version 1, as it does from 1.35 unless told otherwise. */
  boolean failsOnCgroupV1() {
    return isNotFalse("failCgroupV1");
  }

  private boolean isNotFalse(String key) {
    return at("kubeletConfiguration", key).filter("false"::equals).isEmpty()
        && at("kubeletConfiguration", key).filter(Boolean.FALSE::equals).isEmpty();
  }

  private Optional<Object> at(String document, String... path) {
    Object value = overlay.of(document);
    for (String key : path) {
      if (!(value instanceof Map<?, ?> map) || map.get(key) == null) {
        return Optional.empty();
      }
      value = map.get(key);
    }
    return Optional.ofNullable(value);
  }
}
