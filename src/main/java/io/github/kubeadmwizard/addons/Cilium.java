package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.EditRefused;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * Cilium, which upstream publishes as a Helm chart only: the user makes the manifest on any machine
 * by {@link HelmTemplate}. It is applied as it is, but has to agree with the cluster on kube-proxy.
 */
final class Cilium implements PodNetwork {
  static final String FILE = "05-cilium.conflist";
  private static final ObjectName SETTINGS =
      ObjectName.in("kube-system", "ConfigMap", "cilium-config");

  private static final String PROXY = "kube-proxy-replacement";

  private final ClusterSpec spec;
  private final String place;

  Cilium(ClusterSpec spec) {
    this.spec = spec;
    place = spec.cni().manifest().orElse(""); // its rules ask for one
  }

  @Override
  public List<ManifestWish> manifests() {
    return place.isEmpty() ? List.of() : List.of(new ManifestWish.OfTheUser(place));
  }

  @Override
  public List<Layer> layers(Manifests manifests, ApiServer apiServer) {
    Manifest made = manifests.of(place);
    var settings = made.edit().object(SETTINGS).fields().at("data");
    String wanted = String.valueOf(spec.replacesKubeProxy());
    if (!wanted.equals(settings.get(PROXY))) {
      throw EditRefused.told(
          "manifests.ciliumDiffers",
          place,
          PROXY,
          String.valueOf(settings.get(PROXY)),
          wanted,
          HelmTemplate.cilium(spec, apiServer));
    }
    return List.of(new Layer("cilium", made.text(made.name()), made.images()));
  }

  /** Source: Cilium's documentation, system requirements; its health is asked by ping, too. */
  @Override
  public List<Passage> passages() {
    return List.of(
        new Passage("udp", "8472", "Cilium VXLAN"),
        new Passage("tcp", "4240", "Cilium health"),
        new Passage("icmp", "", "Cilium health"));
  }

  @Override
  public List<String> registries() {
    return List.of("quay.io");
  }

  @Override
  public Optional<String> configuration() {
    return Optional.of(FILE);
  }
}
