package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.EditRefused;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import java.util.List;
import java.util.Optional;

/**
 * What connects the pods of a cluster: what it needs of the hosts, and the objects that make it.
 * One class a plugin; all that chooses by the plugin's name is {@link #of}.
 */
public interface PodNetwork {

  /** The one that this cluster is to have. */
  static PodNetwork of(ClusterSpec spec) {
    return switch (spec.cni().name()) {
      case FLANNEL -> new FlannelNetwork(spec);
      case CALICO ->
          CalicoOperator.isWanted(spec) ? new CalicoOperator(spec) : new CalicoManifest(spec);
      case CANAL -> new Canal(spec);
      case CILIUM -> new Cilium(spec);
      case WEAVE -> new WeaveNet(spec);
      case MANIFEST -> new OwnNetwork(spec);
      case NONE -> new NoNetwork();
    };
  }

  /** The manifests that have to be fetched before its objects can be made. */
  default List<ManifestWish> manifests() {
    return List.of();
  }

  /**
   * What is applied, in this order; empty where the user brings the network afterwards.
   *
   * @param manifests those of {@link #manifests}
   * @param apiServer where pods of the host network reach the API server without a Service
   * @throws EditRefused if a manifest is of another make
   */
  List<Layer> layers(Manifests manifests, ApiServer apiServer);

  /** What nodes have to let in from each other. */
  default List<Passage> passages() {
    return List.of();
  }

  /** Kernel modules that it cannot do without, beyond those of every node. */
  default List<String> modules() {
    return List.of();
  }

  /** The registries of its images, where they are known beforehand. */
  default List<String> registries() {
    return List.of();
  }

  /** The images that it runs by upstream's names, as far as our data know them. */
  default List<String> images() {
    return manifests().stream()
        .filter(ManifestWish.OfUpstream.class::isInstance)
        .flatMap(wish -> ((ManifestWish.OfUpstream) wish).manifest().images().stream())
        .toList();
  }

  /** The file that it puts into {@code /etc/cni/net.d}; empty where that is not known. */
  default Optional<String> configuration() {
    return Optional.empty();
  }

  /**
   * The files of all that are known here, by their plugins' names, so that another's is recognised.
   */
  static List<String> configurations() {
    return List.of(FlannelNetwork.FILE, Calico.FILE, Canal.FILE, Cilium.FILE, WeaveNet.FILE);
  }
}
