package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.EditedContainer;
import io.github.kubeadmwizard.manifests.ManifestCatalogue;
import io.github.kubeadmwizard.manifests.ManifestEditor;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import io.github.kubeadmwizard.manifests.UpstreamManifest;
import java.util.List;
import java.util.Optional;

/**
 * Weave Net, of which there will be no new version. Its manifest names images without a version;
 * they get the manifest's own. Source: weave, site/kubernetes/kube-addon.md.
 */
final class WeaveNet implements PodNetwork {
  static final String FILE = "10-weave.conflist";
  private static final String NAME = "weave-net";
  private static final ObjectName NODES = ObjectName.in("kube-system", "DaemonSet", NAME);

  private final ClusterSpec spec;
  private final UpstreamManifest upstream = ManifestCatalogue.load().of(NAME);

  WeaveNet(ClusterSpec spec) {
    this.spec = spec;
  }

  @Override
  public List<ManifestWish> manifests() {
    return List.of(new ManifestWish.OfUpstream(upstream));
  }

  @Override
  public List<Layer> layers(Manifests manifests, ApiServer apiServer) {
    ManifestEditor editor = manifests.of(NAME).edit();
    var nodes = editor.object(NODES);
    pinned(nodes.initContainer("weave-init"), "weave-kube");
    pinned(nodes.container("weave-npc"), "weave-npc");
    EditedContainer weave = pinned(nodes.container("weave"), "weave-kube");
    spec.network().podCIDR().stream()
        .map(Cidr::toString)
        .findFirst()
        .ifPresent(range -> weave.addEnv("IPALLOC_RANGE", range));
    spec.cni().mtu().ifPresent(mtu -> weave.addEnv("WEAVE_MTU", mtu.toString()));
    return List.of(Layer.of("weave", ImageRegistry.of(spec).rename(editor).done()));
  }

  /** Also not fetched at every start, so that what was pulled before is used. */
  private EditedContainer pinned(EditedContainer container, String program) {
    String version = upstream.version().replaceFirst("^v", "");
    container.image(
        "weaveworks/" + program + ":latest", "docker.io/weaveworks/" + program + ":" + version);
    container.fields().set("imagePullPolicy", "IfNotPresent");
    return container;
  }

  @Override
  public List<Passage> passages() {
    return List.of(
        new Passage("tcp", "6783", "Weave Net control"),
        new Passage("udp", "6783-6784", "Weave Net data"));
  }

  @Override
  public List<String> registries() {
    return ImageRegistry.of(spec).registries(List.of("docker.io"));
  }

  @Override
  public Optional<String> configuration() {
    return Optional.of(FILE);
  }
}
