package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.kubeadm.tree.GoDuration;
import io.github.kubeadmwizard.kubeadm.v1beta4.ApiEndpoint;
import io.github.kubeadmwizard.kubeadm.v1beta4.BootstrapToken;
import io.github.kubeadmwizard.kubeadm.v1beta4.ClusterConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.Discovery;
import io.github.kubeadmwizard.kubeadm.v1beta4.InitConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.JoinConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.JoinControlPlane;
import io.github.kubeadmwizard.kubeadm.v1beta4.KubeProxyConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.KubeletConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.Timeouts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the cluster file into kubeadm's documents (API version v1beta4). Pure: the same choices
 * give the same documents. The user's overlay must have passed {@link OverlayCheck}.
 */
public final class KubeadmDocuments {
  /**
   * kubeadm gives the first call of the API one minute from the kubelet's start on; a slow disk or
   * CPU needs more, and what is waited for is told all the while.
   */
  private static final Timeouts PATIENT =
      new Timeouts(
          new GoDuration("10m0s"),
          new GoDuration("10m0s"),
          new GoDuration("5m0s"),
          new GoDuration("5m0s"),
          new GoDuration("10m0s"),
          new GoDuration("10m0s"),
          null);

  private KubeadmDocuments() {}

  /** The documents for {@code kubeadm init} on the first control plane. */
  public static InitDocuments forInit(ClusterSpec spec, InitFacts facts) {
    boolean kubeProxy = !replacesKubeProxy(spec);
    return new InitDocuments(
        init(spec, facts),
        cluster(spec, facts),
        UserOverlay.lay(
            KubeletConfiguration.class,
            ClusterDocuments.kubelet(spec),
            spec.kubeadm().of("kubeletConfiguration"),
            "kubeletConfiguration"),
        kubeProxy ? Optional.of(kubeProxy(spec)) : Optional.empty());
  }

  /**
   * The document for {@code kubeadm join} on another host.
   *
   * @param secrets usually {@link JoinSecrets#PLACEHOLDERS}
   */
  public static JoinConfiguration forJoin(
      ClusterSpec spec, HostSpec host, NodeIdentity node, JoinSecrets secrets) {
    var endpoint = ControlPlaneEndpoint.of(spec);
    var discovery =
        new Discovery(
            new Discovery.BootstrapTokenDiscovery(
                secrets.token(), endpoint.text(), List.of(secrets.caCertHash()), null),
            null,
            null);
    var controlPlane =
        host.isControlPlane()
            ? new JoinControlPlane(listensAt(spec, node), secrets.certificateKey())
            : null;
    var ours =
        new JoinConfiguration(
            null,
            Registration.of(spec, host, node),
            null,
            discovery,
            controlPlane,
            null,
            null,
            PATIENT);
    return UserOverlay.lay(
        JoinConfiguration.class, ours, joinOverlay(spec, host), "joinConfiguration");
  }

  /** Whether the pod network does kube-proxy's work, so that kubeadm leaves kube-proxy out. */
  public static boolean replacesKubeProxy(ClusterSpec spec) {
    return spec.replacesKubeProxy();
  }

  private static InitConfiguration init(ClusterSpec spec, InitFacts facts) {
    var tokens =
        facts
            .bootstrapToken()
            .map(token -> List.of(new BootstrapToken(token, null, null, null, null, null)));
    var ours =
        new InitConfiguration(
            tokens.orElse(null),
            null,
            Registration.of(spec, spec.firstControlPlane(), facts.node()),
            listensAt(spec, facts.node()),
            facts.certificateKey().orElse(null),
            null,
            null,
            PATIENT);
    return UserOverlay.lay(
        InitConfiguration.class, ours, spec.kubeadm().of("initConfiguration"), "initConfiguration");
  }

  private static ClusterConfiguration cluster(ClusterSpec spec, InitFacts facts) {
    return UserOverlay.lay(
        ClusterConfiguration.class,
        ClusterDocuments.cluster(spec, facts),
        spec.kubeadm().of("clusterConfiguration"),
        "clusterConfiguration");
  }

  private static KubeProxyConfiguration kubeProxy(ClusterSpec spec) {
    return UserOverlay.lay(
        KubeProxyConfiguration.class,
        ClusterDocuments.kubeProxy(spec),
        spec.kubeadm().of("kubeProxyConfiguration"),
        "kubeProxyConfiguration");
  }

  private static ApiEndpoint listensAt(ClusterSpec spec, NodeIdentity node) {
    return new ApiEndpoint(node.advertiseAddress(), ControlPlaneEndpoint.bindPort(spec));
  }

  /** A worker must not become a control plane by what is laid over every join. */
  private static Map<String, Object> joinOverlay(ClusterSpec spec, HostSpec host) {
    var overlay = new LinkedHashMap<>(spec.kubeadm().of("joinConfiguration"));
    if (!host.isControlPlane()) {
      overlay.remove("controlPlane");
    }
    return overlay;
  }
}
