package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.EditedContainer;
import io.github.kubeadmwizard.manifests.ManifestCatalogue;
import io.github.kubeadmwizard.manifests.ManifestEditor;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import java.util.List;
import java.util.Optional;

/**
 * Calico by upstream's manifest: {@code calico-vxlan.yaml} for VXLAN, which starts no BGP at all,
 * {@code calico.yaml} for the others. Source of the variables: Calico's documentation, configuring
 * calico/node.
 */
final class CalicoManifest implements PodNetwork {
  private static final ObjectName SETTINGS =
      ObjectName.in("kube-system", "ConfigMap", "calico-config");
  private static final ObjectName NODES = ObjectName.in("kube-system", "DaemonSet", "calico-node");

  private final ClusterSpec spec;
  private final Calico calico;

  CalicoManifest(ClusterSpec spec) {
    this.spec = spec;
    this.calico = new Calico(spec);
  }

  private String base() {
    return calico.carriage() == Calico.Carriage.VXLAN ? "calico-vxlan" : "calico";
  }

  @Override
  public List<ManifestWish> manifests() {
    return List.of(new ManifestWish.OfUpstream(ManifestCatalogue.load().of(base())));
  }

  @Override
  public List<Layer> layers(Manifests manifests, ApiServer apiServer) {
    ManifestEditor editor = manifests.of(base()).edit();
    EditedContainer node = editor.object(NODES).container("calico-node");
    calico.ipv4().ifPresent(range -> node.addEnv("CALICO_IPV4POOL_CIDR", range.toString()));
    node.addEnv("IP_AUTODETECTION_METHOD", calico.autodetection());
    carriage(node);
    calico.mtu().ifPresent(mtu -> editor.object(SETTINGS).data("veth_mtu", mtu.toString()));
    calico.ipv6().ifPresent(range -> dualStack(editor, node, range));
    return List.of(Layer.of("calico", ImageRegistry.of(spec).rename(editor).done()));
  }

  private void carriage(EditedContainer node) {
    String wrapped = calico.crossSubnet() ? "CrossSubnet" : "Always";
    switch (calico.carriage()) {
      case VXLAN -> node.env("CALICO_IPV4POOL_VXLAN", wrapped).env("CALICO_IPV4POOL_IPIP", "Never");
      case IPIP -> node.env("CALICO_IPV4POOL_IPIP", wrapped).env("CALICO_IPV4POOL_VXLAN", "Never");
      case NONE -> node.env("CALICO_IPV4POOL_IPIP", "Never").env("CALICO_IPV4POOL_VXLAN", "Never");
    }
  }

  /** Source: Calico's documentation, configure dual stack. */
  private void dualStack(ManifestEditor editor, EditedContainer node, Cidr range) {
    editor
        .object(SETTINGS)
        .json(
            "cni_network_config",
            json ->
                json.item("plugins", "type", "calico")
                    .at("ipam")
                    .add("assign_ipv4", "true")
                    .add("assign_ipv6", "true"));
    String wrapped = calico.crossSubnet() ? "CrossSubnet" : "Always";
    node.env("FELIX_IPV6SUPPORT", "true")
        .env(
            "CALICO_IPV6POOL_VXLAN", calico.carriage() == Calico.Carriage.VXLAN ? wrapped : "Never")
        .addEnv("CALICO_IPV6POOL_CIDR", range.toString())
        .addEnv("CALICO_IPV6POOL_NAT_OUTGOING", "true")
        .addEnv("IP6", "autodetect")
        .addEnv("IP6_AUTODETECTION_METHOD", calico.autodetectionIpv6());
  }

  @Override
  public List<Passage> passages() {
    return calico.passages();
  }

  @Override
  public List<String> modules() {
    return calico.modules();
  }

  @Override
  public List<String> registries() {
    return ImageRegistry.of(spec).registries(Calico.REGISTRIES);
  }

  @Override
  public Optional<String> configuration() {
    return Optional.of(Calico.FILE);
  }
}
