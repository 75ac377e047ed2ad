package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.EditedObject;
import io.github.kubeadmwizard.manifests.ManifestCatalogue;
import io.github.kubeadmwizard.manifests.ManifestEditor;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * Canal: Flannel carries the packets over VXLAN, Calico keeps the policies. Source: Calico's
 * documentation, installing Calico for policy and Flannel for networking.
 */
final class Canal implements PodNetwork {
  static final String FILE = "10-canal.conflist";
  private static final ObjectName SETTINGS =
      ObjectName.in("kube-system", "ConfigMap", "canal-config");
  private static final ObjectName NODES = ObjectName.in("kube-system", "DaemonSet", "canal");

  private final ClusterSpec spec;

  Canal(ClusterSpec spec) {
    this.spec = spec;
  }

  @Override
  public List<ManifestWish> manifests() {
    return List.of(new ManifestWish.OfUpstream(ManifestCatalogue.load().of("canal")));
  }

  @Override
  public List<Layer> layers(Manifests manifests, ApiServer apiServer) {
    ManifestEditor editor = manifests.of("canal").edit();
    EditedObject settings = editor.object(SETTINGS);
    String pods = pods();
    settings.json("net-conf.json", json -> json.set("Network", pods));
    editor.object(NODES).container("calico-node").addEnv("CALICO_IPV4POOL_CIDR", pods);
    spec.cni().networkInterface().ifPresent(card -> settings.data("canal_iface", card));
    spec.cni().mtu().ifPresent(mtu -> settings.data("veth_mtu", mtu.toString()));
    return List.of(Layer.of("canal", ImageRegistry.of(spec).rename(editor).done()));
  }

  private String pods() {
    return spec.network().podCIDR().stream()
        .filter(range -> !range.isIpv6())
        .map(Cidr::toString)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public List<Passage> passages() {
    return List.of(new Passage("udp", "8472", "Canal VXLAN"));
  }

  @Override
  public List<String> modules() {
    return List.of("ip_set", "vxlan");
  }

  @Override
  public List<String> registries() {
    return ImageRegistry.of(spec).registries(List.of("quay.io", "docker.io"));
  }

  @Override
  public Optional<String> configuration() {
    return Optional.of(FILE);
  }
}
