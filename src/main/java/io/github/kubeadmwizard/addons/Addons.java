package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.manifests.ManifestCatalogue;
import io.github.kubeadmwizard.manifests.ManifestWish;
import io.github.kubeadmwizard.manifests.Manifests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The add-ons of a cluster, from the wish to their objects. */
public final class Addons {
  private final AddonCatalogue catalogue;

  /**
   * @param catalogue which there are
   */
  public Addons(AddonCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** With those of this program. */
  public static Addons ofThisProgram() {
    return new Addons(AddonCatalogue.load());
  }

  /** The manifests that the add-ons of a cluster are made of, the user's own last. */
  public List<ManifestWish> manifests(ClusterSpec spec) {
    var known = ManifestCatalogue.load();
    Stream<ManifestWish> upstream =
        spec.addons().chosen().stream()
            .flatMap(addon -> catalogue.of(addon).stream())
            .flatMap(facts -> facts.manifests().stream())
            .map(name -> new ManifestWish.OfUpstream(known.of(name)));
    Stream<ManifestWish> own = spec.addons().manifests().stream().map(ManifestWish.OfTheUser::new);
    return Stream.concat(upstream, own).toList();
  }

  /** The same where no node's name matters, such as to take them away. */
  public List<PreparedAddon> prepared(ClusterSpec spec, Manifests manifests) {
    return prepared(spec, manifests, label -> label);
  }

  /**
   * The add-ons of a cluster that this version installs, in order.
   *
   * @param nodeOf a node's name by its host's label
   */
  public List<PreparedAddon> prepared(
      ClusterSpec spec, Manifests manifests, UnaryOperator<String> nodeOf) {
    return spec.addons().chosen().stream()
        .flatMap(addon -> prepared(addon, spec, manifests, nodeOf).stream())
        .toList();
  }

  /** The classes of volumes that they bring. */
  public static List<String> storageClasses(ClusterSpec spec) {
    return spec.addons().chosen().stream()
        .flatMap(addon ->
            switch (addon) {
              case AddonSpec.LocalPath _ -> Stream.of(LocalPath.CLASS);
              case AddonSpec.Nfs _ -> Stream.of(NfsDriver.CLASS);
              case AddonSpec.Rook rook ->
                  rook.filesystem()
                      ? Stream.of(RookCeph.BLOCK, RookCeph.SHARED)
                      : Stream.of(RookCeph.BLOCK);
              default -> Stream.<String>of();
            })
        .toList();
  }

  /** Kernel modules that the nodes need for them. */
  public static List<String> modules(ClusterSpec spec) {
    var modules = new ArrayList<>(AddonCatalogue.load().modules(spec));
    spec.addons()
        .find(AddonSpec.Rook.class)
        .filter(AddonSpec.Rook::filesystem)
        .ifPresent(_ -> modules.add("ceph"));
    return List.copyOf(modules);
  }

  /** Packages that the first control plane needs for them, called so by every distribution. */
  public static List<String> packages(ClusterSpec spec) {
    return TraefikTransport.of(spec).map(_ -> List.of("openssl")).orElse(List.of());
  }

  private Optional<PreparedAddon> prepared(
      AddonSpec addon, ClusterSpec spec, Manifests manifests, UnaryOperator<String> nodeOf) {
    return catalogue
        .of(addon)
        .map(facts ->
            switch (addon) {
              case AddonSpec.Rook wish ->
                  new RookCeph(facts).prepared(wish, spec, manifests, nodeOf);
              case AddonSpec.LocalPath wish -> new LocalPath(facts).prepared(wish, spec, manifests);
              case AddonSpec.Ingress wish -> new Traefik(facts).prepared(wish, spec, manifests);
              case AddonSpec.Nfs wish -> new NfsDriver(facts).prepared(wish, spec, manifests);
              case AddonSpec.MetalLb wish -> new MetalLb(facts).prepared(wish, spec, manifests);
              case AddonSpec.MetricsServer wish ->
                  new MetricsServer(facts).prepared(wish, spec, manifests);
              case AddonSpec.Prometheus wish ->
                  new KubePrometheus(facts).prepared(wish, spec, manifests);
              case AddonSpec.Logs wish -> new VictoriaLogs(facts).prepared(wish, spec, nodeOf);
              case AddonSpec.Dashboard wish ->
                  wish.kind() == AddonSpec.Dashboard.Kind.HEADLAMP
                      ? new Headlamp(facts).prepared(wish, spec, manifests)
                      : new KubernetesDashboard(facts).prepared(wish, spec, manifests);
              case AddonSpec.Helm _ ->
                  new PreparedAddon(
                      facts.key(), facts.name(), List.of(), List.of(), Optional.empty());
            });
  }

  /** The user's own manifests, in order. */
  public static List<AddonStage> own(ClusterSpec spec, Manifests manifests) {
    return spec.addons().manifests().stream()
        .map(place -> new AddonStage("own", place, manifests.of(place), List.of()))
        .toList();
  }
}
