package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The add-ons that this program installs; data of {@code installer-assets/addons}. */
public final class AddonCatalogue {
  private static final String FILE = "addons/catalogue.yaml";

  private final List<AddonFacts> all;

  private AddonCatalogue(List<AddonFacts> all) {
    this.all = all;
  }

  /** The one that the program brings along. */
  public static AddonCatalogue load() {
    return Own.CATALOGUE;
  }

  /** Read once, and not before it is asked for: pages ask at every key that is typed. */
  private static final class Own {
    private static final AddonCatalogue CATALOGUE = read();
  }

  private static AddonCatalogue read() {
    return new AddonCatalogue(
        list(PlainTree.read(Assets.text(FILE)), "addons")
            .map(item -> facts((Map<?, ?>) item))
            .toList());
  }

  /** All of them, in the order of the data. */
  public List<AddonFacts> all() {
    return all;
  }

  /** What an add-on of a cluster is; empty for one that is not installed by this version. */
  public Optional<AddonFacts> of(AddonSpec addon) {
    return all.stream()
        .filter(one -> one.key() == addon.name())
        .filter(one -> one.kind().isEmpty() || one.kind().equals(kind(addon)))
        .findFirst();
  }

  /** What the add-ons of a cluster are, of those that are installed by this version. */
  public List<AddonFacts> chosen(ClusterSpec spec) {
    return spec.addons().chosen().stream().flatMap(addon -> of(addon).stream()).toList();
  }

  /** The modules of the kernel that every node of a cluster loads for its add-ons. */
  public List<String> modules(ClusterSpec spec) {
    return chosen(spec).stream().flatMap(facts -> facts.modules().stream()).toList();
  }

  private static Optional<String> kind(AddonSpec addon) {
    return switch (addon) {
      case AddonSpec.Dashboard(var kind, var _, var _) ->
          Optional.of(kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
      case AddonSpec.Ingress(var _, boolean gatewayApi) ->
          Optional.of(gatewayApi ? "gateway-api" : "ingress-only");
      default -> Optional.empty();
    };
  }

  private static AddonFacts facts(Map<?, ?> data) {
    var kubernetes = data.get("kubernetes") instanceof Map<?, ?> range ? range : Map.of();
    return new AddonFacts(
        AddonSpec.Name.of(text(data, "key")).orElseThrow(),
        text(data, "name"),
        maybe(data, "kind"),
        list(data, "manifests").map(Object::toString).toList(),
        URI.create(text(data, "source")),
        maybe(data, "retired"),
        maybe(kubernetes, "from").map(KubernetesVersion::parse),
        maybe(kubernetes, "until").map(KubernetesVersion::parse),
        number(data, "memory"),
        number(data, "diskMemory"),
        number(data, "nodeMemory"),
        number(data, "replicaMemory"),
        list(data, "architectures").map(Object::toString).toList(),
        list(data, "ports").map(Object::toString).toList(),
        list(data, "modules").map(Object::toString).toList(),
        images(data.get("images")));
  }

  private static int number(Map<?, ?> data, String key) {
    return data.get(key) instanceof Number number ? number.intValue() : 0;
  }

  private static Map<String, String> images(@Nullable Object data) {
    var images = new LinkedHashMap<String, String>();
    if (data instanceof Map<?, ?> map) {
      map.forEach((key, value) -> images.put(String.valueOf(key), String.valueOf(value)));
    }
    return images;
  }

  private static Stream<?> list(Map<?, ?> data, String key) {
    return data.get(key) instanceof List<?> items ? items.stream() : Stream.of();
  }

  private static Optional<String> maybe(Map<?, ?> data, String key) {
    return Optional.ofNullable(data.get(key)).map(Object::toString);
  }

  private static String text(Map<?, ?> data, String key) {
    return maybe(data, key).orElseThrow(() -> new IllegalStateException(FILE + " lacks " + key));
  }
}
