package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.Manifests;
import java.util.List;
import java.util.Optional;

/** Flannel: small, for networks that need no policies. Its objects are made here. */
final class FlannelNetwork implements PodNetwork {
  static final String FILE = "10-flannel.conflist";

  private final ClusterSpec spec;
  private final Flannel flannel = new Flannel(FlannelCatalogue.ofThisProgram());

  FlannelNetwork(ClusterSpec spec) {
    this.spec = spec;
  }

  /** Flannel is told where the API server is, so that it need not wait for kube-proxy. */
  @Override
  public List<Layer> layers(Manifests manifests, ApiServer apiServer) {
    String text = flannel.manifest(spec, Optional.of(apiServer));
    return List.of(new Layer("flannel", text, flannel.images()));
  }

  /** Source: flannel, Documentation/backends.md. */
  @Override
  public List<Passage> passages() {
    return switch (spec.cni().backend().orElse("vxlan")) {
      case "vxlan" -> List.of(new Passage("udp", "8472", "Flannel VXLAN"));
      case "wireguard" -> List.of(new Passage("udp", "51820-51821", "Flannel WireGuard"));
      default -> List.of();
    };
  }

  @Override
  public List<String> registries() {
    return List.of("ghcr.io");
  }

  @Override
  public List<String> images() {
    return flannel.images();
  }

  @Override
  public Optional<String> configuration() {
    return Optional.of(FILE);
  }
}
