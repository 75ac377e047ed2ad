package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.EditedFields;
import io.github.kubeadmwizard.manifests.Manifest;
import io.github.kubeadmwizard.manifests.ManifestCatalogue;
import io.github.kubeadmwizard.manifests.ManifestEditor;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.manifests.ObjectName;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Calico by its operator: the kinds first, then the operator, then the objects that tell it what to
 * install. Source: Calico's documentation, installation API of operator.tigera.io/v1.
 */
final class CalicoOperator implements PodNetwork {
  private static final String KINDS = "calico-operator-crds";
  private static final String OPERATOR = "calico-tigera-operator";
  private static final String WISHES = "calico-custom-resources";
  private static final String NODE = "/node:";
  private static final ObjectName INSTALLATION = ObjectName.of("Installation", "default");

  private final ClusterSpec spec;
  private final Calico calico;
  private final ManifestCatalogue catalogue = ManifestCatalogue.load();

  CalicoOperator(ClusterSpec spec) {
    this.spec = spec;
    this.calico = new Calico(spec);
  }

  static boolean isWanted(ClusterSpec spec) {
    return "operator".equals(spec.cni().options().get("install"));
  }

  @Override
  public List<ManifestWish> manifests() {
    return Stream.of(KINDS, OPERATOR, WISHES)
        .<ManifestWish>map(name -> new ManifestWish.OfUpstream(catalogue.of(name)))
        .toList();
  }

  @Override
  public List<Layer> layers(Manifests manifests, ApiServer apiServer) {
    var operator = ImageRegistry.of(spec).rename(manifests.of(OPERATOR).edit()).done();
    return List.of(
        Layer.of(KINDS, manifests.of(KINDS)),
        new Layer(
            OPERATOR, Layer.of(OPERATOR, operator).text(), images(operator), started("later")),
        Layer.of(WISHES, wishes(manifests.of(WISHES))));
  }

  /** The operator's own, and of those that it will start the ones that nodes wait for. */
  private List<String> images(Manifest operator) {
    Stream<String> calico = catalogue.of("calico").images().stream();
    return Stream.of(
            operator.images().stream(),
            calico.map(ImageRegistry.of(spec)::renamed),
            started("everyNode").stream())
        .flatMap(images -> images)
        .distinct()
        .toList();
  }

  /** What the operator starts by names that no manifest says, of the version of Calico itself. */
  private List<String> started(String when) {
    String node =
        catalogue.of("calico").images().stream()
            .filter(image -> image.contains(NODE))
            .findFirst()
            .orElseThrow();
    return PlainTree.read(Assets.text("addons/calico-operator.yaml")).get(when)
            instanceof List<?> names
        ? names.stream()
            .map(name -> ImageRegistry.of(spec).renamed(node.replace(NODE, "/" + name + ":")))
            .toList()
        : List.of();
  }

  private Manifest wishes(Manifest upstreams) {
    ManifestEditor editor = upstreams.edit();
    editor.remove(ObjectName.of("Goldmane", "default")); // what watches the flows, and its pages:
    editor.remove(ObjectName.of("Whisker", "default")); // nobody asked for them
    EditedFields wish = editor.object(INSTALLATION).fields().at("spec");
    ImageRegistry.of(spec)
        .base()
        .ifPresent(base -> {
          String[] parts = base.split("/", 2);
          wish.add("registry", parts[0] + "/");
          wish.add("imagePath", parts.length > 1 ? parts[1] + "/calico" : "calico");
        });
    EditedFields network = wish.at("calicoNetwork");
    calico.mtu().ifPresent(mtu -> network.add("mtu", mtu.longValue()));
    network.add("nodeAddressAutodetectionV4", autodetection(calico.autodetection()));
    EditedFields pool = network.item("ipPools", "default-ipv4-ippool");
    calico.ipv4().ifPresent(range -> pool.set("cidr", range.toString()));
    pool.set("encapsulation", encapsulation());
    calico
        .ipv6()
        .ifPresent(range -> {
          network.append("ipPools", ipv6Pool(range));
          network.add("nodeAddressAutodetectionV6", autodetection(calico.autodetectionIpv6()));
        });
    return editor.done();
  }

  private String encapsulation() {
    return switch (calico.carriage()) {
      case VXLAN -> calico.crossSubnet() ? "VXLANCrossSubnet" : "VXLAN";
      case IPIP -> calico.crossSubnet() ? "IPIPCrossSubnet" : "IPIP";
      case NONE -> "None";
    };
  }

  private Map<String, Object> ipv6Pool(Cidr range) {
    return Tree.of(
        "name",
        "default-ipv6-ippool",
        "blockSize",
        122,
        "cidr",
        range.toString(),
        "encapsulation",
        encapsulation(),
        "natOutgoing",
        "Enabled",
        "nodeSelector",
        "all()");
  }

  /** The same methods as of the manifest, under the operator's names. */
  private static Map<String, Object> autodetection(String chosen) {
    String[] method = chosen.split("=", 2);
    return switch (method[0]) {
      case "first-found" -> Tree.of("firstFound", true);
      case "can-reach" -> Tree.of("canReach", method[1]);
      case "interface" -> Tree.of("interface", method[1]);
      case "skip-interface" -> Tree.of("skipInterface", method[1]);
      case "cidr" -> Tree.of("cidrs", List.of(method[1].split(",")));
      default -> Tree.of("kubernetes", "NodeInternalIP");
    };
  }

  /** The operator leaves BGP on beside VXLAN, and puts Typha between nodes and the API. */
  @Override
  public List<Passage> passages() {
    var passages = new ArrayList<>(calico.passages());
    if (calico.carriage() == Calico.Carriage.VXLAN) {
      passages.add(new Passage("tcp", "179", "Calico BGP"));
    }
    passages.add(new Passage("tcp", "5473", "Calico Typha"));
    return passages;
  }

  @Override
  public List<String> modules() {
    return calico.modules();
  }

  @Override
  public List<String> registries() {
    return ImageRegistry.of(spec).registries(Calico.REGISTRIES);
  }

  /** Its own, and the chief ones of those that it starts. */
  @Override
  public List<String> images() {
    return Stream.concat(
            PodNetwork.super.images().stream(), catalogue.of("calico").images().stream())
        .distinct()
        .toList();
  }

  @Override
  public Optional<String> configuration() {
    return Optional.of(Calico.FILE);
  }
}
