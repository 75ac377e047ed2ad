package io.github.kubeadmwizard.cluster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cluster that the user wants; the same content as a cluster file. No secret stands in it.
 *
 * @param name the cluster's name, a DNS label
 * @param kubernetes a minor such as {@code 1.36} or a full version
 * @param hosts at least one of them a control plane, in the user's order
 * @param proxy the HTTP proxy of the hosts, if they need one
 * @param manifests directory or address that serves upstream's manifests; empty: upstream's own
 */
public record ClusterSpec(
    String name,
    KubernetesVersion kubernetes,
    List<HostSpec> hosts,
    SshSpec ssh,
    PrepareSpec prepare,
    PackagesSpec packages,
    Optional<ProxySpec> proxy,
    RuntimeSpec runtime,
    ImagesSpec images,
    NetworkSpec network,
    CniSpec cni,
    Optional<String> manifests,
    AddonsSpec addons,
    ChecksSpec checks,
    KubeadmOverlay kubeadm) {
  /** kubeadm's own default. Source: kubeadm v1beta4, ClusterConfiguration.clusterName. */
  public static final String DEFAULT_NAME = "kubernetes";

  public ClusterSpec {
    hosts = List.copyOf(hosts);
  }

  /** These hosts, and everything else as it is where the user says nothing. */
  public static ClusterSpec of(KubernetesVersion kubernetes, List<HostSpec> hosts) {
    return new ClusterSpec(
        DEFAULT_NAME,
        kubernetes,
        hosts,
        SshSpec.DEFAULT,
        PrepareSpec.DEFAULT,
        PackagesSpec.DEFAULT,
        Optional.empty(),
        RuntimeSpec.DEFAULT,
        ImagesSpec.DEFAULT,
        NetworkSpec.DEFAULT,
        CniSpec.DEFAULT,
        Optional.empty(),
        AddonsSpec.DEFAULT,
        ChecksSpec.DEFAULT,
        KubeadmOverlay.DEFAULT);
  }

  /** The same cluster with this version. */
  public ClusterSpec withKubernetes(KubernetesVersion version) {
    return copy(name, version, hosts, proxy, manifests);
  }

  /** The same cluster under another name. */
  public ClusterSpec withName(String other) {
    return copy(other, kubernetes, hosts, proxy, manifests);
  }

  /** The same wishes for other machines. */
  public ClusterSpec withHosts(List<HostSpec> others) {
    return copy(name, kubernetes, others, proxy, manifests);
  }

  /** The same cluster behind this proxy, or behind none. */
  public ClusterSpec withProxy(Optional<ProxySpec> other) {
    return copy(name, kubernetes, hosts, other, manifests);
  }

  /** The same cluster with upstream's manifests from this place. */
  public ClusterSpec withManifests(Optional<String> other) {
    return copy(name, kubernetes, hosts, proxy, other);
  }

  /** The same cluster with one part replaced. */
  public ClusterSpec with(ClusterPart part) {
    return new ClusterSpec(
        name,
        kubernetes,
        hosts,
        part instanceof SshSpec p ? p : ssh,
        part instanceof PrepareSpec p ? p : prepare,
        part instanceof PackagesSpec p ? p : packages,
        proxy,
        part instanceof RuntimeSpec p ? p : runtime,
        part instanceof ImagesSpec p ? p : images,
        part instanceof NetworkSpec p ? p : network,
        part instanceof CniSpec p ? p : cni,
        manifests,
        part instanceof AddonsSpec p ? p : addons,
        part instanceof ChecksSpec p ? p : checks,
        part instanceof KubeadmOverlay p ? p : kubeadm);
  }

  private ClusterSpec copy(
      String newName,
      KubernetesVersion version,
      List<HostSpec> newHosts,
      Optional<ProxySpec> newProxy,
      Optional<String> newManifests) {
    return new ClusterSpec(
        newName,
        version,
        newHosts,
        ssh,
        prepare,
        packages,
        newProxy,
        runtime,
        images,
        network,
        cni,
        newManifests,
        addons,
        checks,
        kubeadm);
  }

  /** Whether hosts take the runtime or Kubernetes' programs as files, by checksum. */
  public boolean usesFiles() {
    return packages.binaries().isPresent() || runtime.from() == RuntimeSpec.Source.BINARIES;
  }

  /** Whether hosts install packages: not where the runtime and Kubernetes both come as files. */
  public boolean usesPackages() {
    return packages.binaries().isEmpty() || runtime.from() != RuntimeSpec.Source.BINARIES;
  }

  /** Whether the pod network does kube-proxy's work, so that kubeadm installs none. */
  public boolean replacesKubeProxy() {
    return cni.name() == CniSpec.Name.CILIUM
        && "true".equals(cni.options().get("kubeProxyReplacement"));
  }

  /** The control planes, in the user's order; the first is where the cluster is made. */
  public List<HostSpec> controlPlanes() {
    return hosts.stream().filter(HostSpec::isControlPlane).toList();
  }

  /** The host where {@code kubeadm init} runs. */
  public HostSpec firstControlPlane() {
    return controlPlanes().getFirst();
  }

  /** The hosts that join as workers only. */
  public List<HostSpec> workers() {
    return hosts.stream().filter(h -> !h.isControlPlane()).toList();
  }

  /** Every host but the first control plane. */
  public Stream<HostSpec> joining() {
    return hosts.stream().filter(h -> !h.equals(firstControlPlane()));
  }
}
