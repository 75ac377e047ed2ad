package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ChecksSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.KubeadmOverlay;
import io.github.kubeadmwizard.cluster.KubernetesMinors;
import io.github.kubeadmwizard.cluster.Mirrors;
import io.github.kubeadmwizard.cluster.PackagesSpec;
import io.github.kubeadmwizard.cluster.PrepareSpec;
import io.github.kubeadmwizard.cluster.RegistrySpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.cluster.SshSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys at the top of the file, and those of its shorter parts. */
final class ClusterReader {
  static final String API_VERSION = "kubeadm-wizard/v1";
  static final String KIND = "Cluster";

  /** Keys of {@code kubeadm}, each a document that is laid over ours. */
  static final List<String> DOCUMENTS =
      List.of(
          "initConfiguration",
          "joinConfiguration",
          "clusterConfiguration",
          "kubeletConfiguration",
          "kubeProxyConfiguration");

  private final KubernetesMinors minors;
  private final Mirrors mirrors;

  ClusterReader(KubernetesMinors minors, Mirrors mirrors) {
    this.minors = minors;
    this.mirrors = mirrors;
  }

  ClusterSpec read(Fields in) {
    in.optional("apiVersion", Form.exactly(API_VERSION));
    in.optional("kind", Form.exactly(KIND));
    return new ClusterSpec(
        in.or("name", Forms.DNS_LABEL, ClusterSpec.DEFAULT_NAME),
        in.or("kubernetes", Forms.version(minors), minors.preferred()),
        in.requiredObjects("hosts", HostsReader::host),
        in.object("ssh", HostsReader::ssh).orElse(SshSpec.DEFAULT),
        in.object("prepare", HostsReader::prepare).orElse(PrepareSpec.DEFAULT),
        in.object("packages", this::packages).orElse(PackagesSpec.DEFAULT),
        in.object("proxy", HostsReader::proxy),
        in.object("runtime", ClusterReader::runtime).orElse(RuntimeSpec.DEFAULT),
        in.object("images", this::images).orElse(ImagesSpec.DEFAULT),
        NetworkReader.network(in),
        NetworkReader.cni(in),
        in.optional("manifests", Places.URL_OR_DIRECTORY),
        in.object("addons", AddonsReader::addons).orElse(AddonsSpec.DEFAULT),
        in.object("checks", ClusterReader::checks).orElse(ChecksSpec.DEFAULT),
        in.object("kubeadm", ClusterReader::kubeadm).orElse(KubeadmOverlay.DEFAULT));
  }

  private PackagesSpec packages(Fields in) {
    return new PackagesSpec(
        in.optional("mirror", MirrorNames.ofPackages(mirrors)),
        new PackagesSpec.Own(
            in.optional("kubernetes", Places.URL),
            in.optional("docker", Places.URL),
            in.optional("crio", Places.URL),
            in.optional("binaries", Places.URL)),
        in.optional("bundle", Forms.FILE));
  }

  private static RuntimeSpec runtime(Fields in) {
    var usual = RuntimeSpec.DEFAULT;
    var name = in.or("name", Form.choice(RuntimeSpec.Name.class), usual.name());
    return new RuntimeSpec(
        name,
        in.or("from", Form.choice(RuntimeSpec.Source.class), RuntimeSpec.sources(name).getFirst()),
        in.optional("version", Forms.PACKAGE_VERSION),
        in.or("cgroupDriver", Form.choice(RuntimeSpec.CgroupDriver.class), usual.cgroupDriver()),
        in.optional("socket", Places.SOCKET));
  }

  private ImagesSpec images(Fields in) {
    return new ImagesSpec(
        in.optional("mirror", MirrorNames.ofImages(mirrors)),
        new ImagesSpec.Own(
            in.optional("repository", Places.IMAGES),
            in.texts("mirrors", Places.REGISTRY, MirrorNames.addresses(mirrors))),
        in.objectsByKey("registries", Places.REGISTRY, ClusterReader::registry));
  }

  private static RegistrySpec registry(Fields in) {
    return new RegistrySpec(
        in.flag("signIn", false),
        in.flag("plainHttp", false),
        in.flag("skipVerify", false),
        in.optional("ca", Places.CERTIFICATES));
  }

  private static ChecksSpec checks(Fields in) {
    return new ChecksSpec(in.list("override", Forms.CHECK_ID));
  }

  private static KubeadmOverlay kubeadm(Fields in) {
    var documents = new TreeMap<String, Map<String, Object>>();
    DOCUMENTS.forEach(name -> in.tree(name).ifPresent(tree -> documents.put(name, tree)));
    return new KubeadmOverlay(documents);
  }
}
