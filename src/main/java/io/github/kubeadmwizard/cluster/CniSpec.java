package io.github.kubeadmwizard.cluster;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pod network's plugin.
 *
 * @param backend Flannel's backend: {@code vxlan}, {@code host-gw}, {@code wireguard}
 * @param networkInterface card or address that carries pod traffic; empty: the default route's
 * @param mtu bytes; empty: the plugin's choice
 * @param manifest the user's own file, with {@link Name#MANIFEST}
 * @param options the plugin's own options, by name
 */
public record CniSpec(
    Name name,
    Optional<String> backend,
    Optional<String> networkInterface,
    Optional<Integer> mtu,
    Optional<String> manifest,
    SortedMap<String, String> options)
    implements ClusterPart {

  /** Flannel over VXLAN. */
  public static final CniSpec DEFAULT =
      new CniSpec(
          Name.FLANNEL,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          new TreeMap<>());

  public CniSpec {
    options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
  }

  /** The same with this way of carrying packets. */
  public CniSpec withBackend(Optional<String> other) {
    return new CniSpec(name, other, networkInterface, mtu, manifest, options);
  }

  /** The same over this card. */
  public CniSpec withInterface(Optional<String> other) {
    return new CniSpec(name, backend, other, mtu, manifest, options);
  }

  /** The same with packets of this size. */
  public CniSpec withMtu(Optional<Integer> other) {
    return new CniSpec(name, backend, networkInterface, other, manifest, options);
  }

  /** The same with this file of the user's own. */
  public CniSpec withManifest(Optional<String> other) {
    return new CniSpec(name, backend, networkInterface, mtu, other, options);
  }

  /** The same with an option, or without it. */
  public CniSpec with(String option, Optional<String> value) {
    var others = new TreeMap<>(options);
    value.ifPresentOrElse(v -> others.put(option, v), () -> others.remove(option));
    return new CniSpec(name, backend, networkInterface, mtu, manifest, others);
  }

  /** Which plugin. */
  public enum Name {
    FLANNEL,
    CALICO,
    CANAL,
    CILIUM,
    WEAVE,
    NONE,
    MANIFEST
  }
}
