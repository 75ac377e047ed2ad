package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.kubeadm.v1beta4.ClusterConfiguration;
import io.github.kubeadmwizard.kubeadm.v1beta4.Dns;
import io.github.kubeadmwizard.kubeadm.v1beta4.Etcd;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The images of a cluster that kubeadm makes. Source: kubeadm {@code app/images/images.go}.
 *
 * @param all in kubeadm's order
 */
public record Images(List<Image> all) {
  private static final String OFFICIAL = "registry.k8s.io";

  public Images {
    all = List.copyOf(all);
  }

  /**
   * An image.
   *
   * @param reference such as {@code registry.k8s.io/pause:3.10.2}
   * @param roles the nodes where it runs; CoreDNS may run on any
   */
  public record Image(String reference, Set<Role> roles) {
    public Image {
      roles = Set.copyOf(roles);
    }
  }

  /** The images of a version, with nothing laid over the documents. */
  public static Images of(KubernetesVersion version, String imageRepository, MinorFacts minor) {
    return images("v" + version, imageRepository, null, null, false, minor);
  }

  /**
   * The images that these documents ask for, with the user's own tags and repositories.
   *
   * @param cluster with version and repository, as {@link KubeadmDocuments} makes it
   */
  public static Images of(ClusterConfiguration cluster, MinorFacts minor) {
    String version = cluster.kubernetesVersion();
    String repository = cluster.imageRepository();
    if (version == null) {
      throw new IllegalArgumentException("the version must be known");
    }
    return images(
        version,
        repository == null ? OFFICIAL : repository,
        cluster.dns(),
        cluster.etcd(),
        cluster.proxy() != null && Boolean.TRUE.equals(cluster.proxy().disabled()),
        minor);
  }

  /**
   * The images that are to be expected of a cluster, before its documents can be made.
   *
   * @param version with its patch
   */
  public static Images expected(ClusterSpec spec, KubernetesVersion version, MinorFacts minor) {
    Map<?, ?> said = spec.kubeadm().of("clusterConfiguration");
    Map<?, ?> dns = inner(said, "dns");
    Map<?, ?> etcd = inner(said, "etcd");
    Map<?, ?> local = inner(etcd, "local");
    var members =
        new Etcd.Local(
            text(local, "imageRepository"), text(local, "imageTag"), null, null, null, null, null);
    var others = new Etcd.External(null, null, null, null, null);
    return images(
        "v" + version,
        orElse(text(said, "imageRepository"), spec.images().repository()),
        new Dns(text(dns, "imageRepository"), text(dns, "imageTag"), isTrue(dns, "disabled")),
        new Etcd(members, etcd.containsKey("external") ? others : null),
        spec.replacesKubeProxy() || isTrue(inner(said, "proxy"), "disabled"),
        minor);
  }

  private static Map<?, ?> inner(Map<?, ?> tree, String key) {
    return tree.get(key) instanceof Map<?, ?> inner ? inner : Map.of();
  }

  private static @Nullable String text(Map<?, ?> tree, String key) {
    Object value = tree.get(key);
    return value == null ? null : value.toString();
  }

  private static boolean isTrue(Map<?, ?> tree, String key) {
    return "true".equals(text(tree, key));
  }

  /** The references that a node of these roles needs. */
  public List<String> on(Set<Role> roles) {
    return all.stream()
        .filter(image -> image.roles().stream().anyMatch(roles::contains))
        .map(Image::reference)
        .toList();
  }

  private static Images images(
      String version,
      String repository,
      @Nullable Dns dns,
      @Nullable Etcd etcd,
      boolean noProxy,
      MinorFacts minor) {
    var all = new ArrayList<Image>();
    var controlPlane = EnumSet.of(Role.CONTROL_PLANE);
    var every = EnumSet.allOf(Role.class);
    for (String name : List.of("kube-apiserver", "kube-controller-manager", "kube-scheduler")) {
      all.add(new Image(repository + "/" + name + ":" + version, controlPlane));
    }
    if (!noProxy) {
      all.add(new Image(repository + "/kube-proxy:" + version, every));
    }
    if (dns == null || !Boolean.TRUE.equals(dns.disabled())) {
      all.add(new Image(coreDns(repository, dns, minor), every));
    }
    all.add(new Image(repository + "/pause:" + minor.pause(), every));
    if (etcd == null || etcd.external() == null) {
      all.add(new Image(etcd(repository, etcd, minor), controlPlane));
    }
    return new Images(all);
  }

  /** Only the official registry keeps CoreDNS one folder deeper. */
  private static String coreDns(String repository, @Nullable Dns dns, MinorFacts minor) {
    String from = dns == null ? repository : orElse(dns.imageRepository(), repository);
    String tag = dns == null ? minor.coredns() : orElse(dns.imageTag(), minor.coredns());
    return (from.equals(OFFICIAL) ? from + "/coredns" : from) + "/coredns:" + tag;
  }

  private static String etcd(String repository, @Nullable Etcd etcd, MinorFacts minor) {
    var local = etcd == null ? null : etcd.local();
    String from = local == null ? repository : orElse(local.imageRepository(), repository);
    String tag = local == null ? minor.etcd() : orElse(local.imageTag(), minor.etcd());
    return from + "/etcd:" + tag;
  }

  private static String orElse(@Nullable String said, String otherwise) {
    return said == null ? otherwise : said;
  }
}
