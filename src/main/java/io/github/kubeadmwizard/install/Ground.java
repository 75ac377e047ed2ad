package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.AddonStage;
import io.github.kubeadmwizard.addons.Layer;
import io.github.kubeadmwizard.addons.PreparedAddon;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.kubeadm.ControlPlaneEndpoint;
import io.github.kubeadmwizard.kubeadm.InitDocuments;
import io.github.kubeadmwizard.kubeadm.InitFacts;
import io.github.kubeadmwizard.kubeadm.NodeIdentity;
import io.github.kubeadmwizard.kubeadm.v1beta4.Dns;
import io.github.kubeadmwizard.kubeadm.v1beta4.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the plan stands on: the wish, the nodes with their facts, and the texts made from both.
 *
 * @param version with its patch
 * @param nodes in the user's order
 * @param endpoint where every node reaches the API
 * @param endpointAddress what the hosts files say of it, where its name is ours
 * @param documents of kubeadm.yaml of the first control plane, the user's own settings included
 * @param initYaml the same as text
 * @param joinYaml by host, with placeholders for what the run brings
 * @param images what is pulled
 * @param podNetwork what is applied of the pod network, in order; empty where the user brings it
 * @param addons what runs besides, ready to be installed
 * @param own manifests of the user's own, in their order
 * @param late labels that a kubelet may not give itself, as {@code node key=value}
 */
public record Ground(
    ClusterSpec spec,
    KubernetesVersion version,
    List<Node> nodes,
    ControlPlaneEndpoint endpoint,
    String endpointAddress,
    InitDocuments documents,
    String initYaml,
    Map<HostName, String> joinYaml,
    ImageNeeds images,
    List<Layer> podNetwork,
    List<PreparedAddon> addons,
    List<AddonStage> own,
    List<String> late) {
  private static final int KUBE_PROXY_HEALTH = 10256; // its default

  public Ground {
    nodes = List.copyOf(nodes);
    joinYaml = Map.copyOf(joinYaml);
    addons = List.copyOf(addons);
    own = List.copyOf(own);
    podNetwork = List.copyOf(podNetwork);
    late = List.copyOf(late);
  }

  /** What kubeadm is told of the first control plane. */
  public InitFacts initFacts() {
    return InitFacts.of(version, first().identity());
  }

  /** Who the other hosts are. */
  public Map<HostName, NodeIdentity> identities() {
    return joining().collect(Collectors.toMap(Node::host, Node::identity));
  }

  /** Whether kubeadm installs CoreDNS. Source: kubeadm v1beta4, dns.disabled, and its phases. */
  boolean hasDns() {
    Dns dns = documents.cluster().dns();
    return !(dns != null && Boolean.TRUE.equals(dns.disabled())) && !isSkipped("addon/coredns");
  }

  /** The port at which kube-proxy tells its health; empty where kubeadm does not install it. */
  OptionalInt kubeProxyHealth() {
    Proxy proxy = documents.cluster().proxy();
    boolean off = proxy != null && Boolean.TRUE.equals(proxy.disabled());
    if (off || documents.kubeProxy().isEmpty() || isSkipped("addon/kube-proxy")) {
      return OptionalInt.empty();
    }
    String wish = documents.kubeProxy().get().healthzBindAddress();
    String port = wish == null ? "" : wish.substring(wish.lastIndexOf(':') + 1);
    return OptionalInt.of(port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : KUBE_PROXY_HEALTH);
  }

  private boolean isSkipped(String phase) {
    List<String> skipped = Objects.requireNonNullElse(documents.init().skipPhases(), List.of());
    return skipped.contains("addon") || skipped.contains(phase);
  }

  /** Where the cluster is made. */
  Node first() {
    return node(spec.firstControlPlane());
  }

  /** The control planes that join the first. */
  List<Node> joiningControlPlanes() {
    return joining().filter(Node::isControlPlane).toList();
  }

  /** The hosts that join as workers only. */
  List<Node> workers() {
    return joining().filter(n -> !n.isControlPlane()).toList();
  }

  /** The names of all nodes, a line each. */
  String names() {
    return String.join("\n", nodes.stream().map(Node::name).toList());
  }

  private Stream<Node> joining() {
    Node first = first();
    return nodes.stream().filter(n -> !n.equals(first));
  }

  private Node node(HostSpec host) {
    return nodes.stream().filter(n -> n.spec().equals(host)).findFirst().orElseThrow();
  }
}
