package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.addons.PodNetwork;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Os;
import io.github.kubeadmwizard.kubeadm.ProgramFiles;
import java.util.List;
import java.util.stream.Stream;

/** Finds out which addresses a host must reach. */
public final class Probes {
  private Probes() {}

  /**
   * The registries of all images, by their mirrors where there are any, with each image that does
   * not come from upstream, the package sources, and the checksums of the programs that come as
   * files; and the file server, where there is one.
   *
   * @param facts choose between deb and rpm, Docker's folder, and the architecture
   */
  public static List<WantedProbe> wanted(ClusterSpec spec, HostFacts facts) {
    return wanted(spec, facts, Requirements.brought());
  }

  /**
   * Also the sources that the host has already; one that does not answer breaks the rest. What a
   * mirror has of images is the same for all, so that one host asks it.
   */
  public static List<String> targets(ClusterSpec spec, HostName host, HostFacts facts) {
    boolean first = host.value().equals(spec.firstControlPlane().label());
    boolean fetches = spec.usesPackages() && spec.packages().bundle().isEmpty();
    boolean sources = fetches || spec.prepare().disableBrokenRepositories();
    return Stream.concat(
            wanted(spec, facts).stream()
                .filter(wanted -> first || wanted.kind() != WantedProbe.Kind.IMAGE)
                .map(WantedProbe::target),
            facts.packages().sources().stream()
                .filter(source -> sources && source.enabled())
                .flatMap(source -> source.check().stream()))
        .distinct()
        .toList();
  }

  static List<WantedProbe> wanted(ClusterSpec spec, HostFacts facts, Requirements requirements) {
    boolean fetches = spec.packages().bundle().isEmpty();
    return Stream.concat(fetches ? fetched(spec, facts, requirements) : Stream.of(), volumes(spec))
        .distinct()
        .toList();
  }

  private static Stream<WantedProbe> fetched(
      ClusterSpec spec, HostFacts facts, Requirements requirements) {
    return Stream.of(
            registries(spec, requirements),
            MirroredImages.of(spec),
            packages(spec, facts.os(), requirements),
            files(spec, facts.machine().architecture().orElse("amd64")))
        .flatMap(probes -> probes);
  }

  /** The one port that a server of NFS 4 has. Source: RFC 8881, 2.9.3. */
  private static Stream<WantedProbe> volumes(ClusterSpec spec) {
    return spec.addons().find(AddonSpec.Nfs.class).map(AddonSpec.Nfs::server).stream()
        .filter(server -> !server.isEmpty())
        .map(server ->
            new WantedProbe(
                WantedProbe.Kind.VOLUMES,
                server,
                (server.contains(":") ? "[" + server + "]" : server) + ":2049"));
  }

  private static Stream<WantedProbe> registries(ClusterSpec spec, Requirements requirements) {
    var repository = spec.images().repository().split("/", 2)[0];
    return Stream.concat(Stream.of(repository), PodNetwork.of(spec).registries().stream())
        .distinct()
        .map(registry ->
            new WantedProbe(
                WantedProbe.Kind.REGISTRY,
                registry,
                address(registry, spec, requirements) + "/v2/"));
  }

  private static String address(String registry, ClusterSpec spec, Requirements requirements) {
    var mirror = spec.images().mirrors().get(registry);
    String scheme = spec.images().registry(registry).plainHttp() ? "http://" : "https://";
    return withoutSlash(
        mirror != null
            ? mirror
            : requirements.value("registry.address." + registry, scheme + registry));
  }

  private static Stream<WantedProbe> packages(ClusterSpec spec, Os os, Requirements requirements) {
    return Stream.concat(
        spec.packages().binaries().isPresent()
            ? Stream.empty()
            : Stream.of(kubernetes(spec, os, requirements)),
        switch (spec.runtime().from()) {
          case DOCKER_REPOSITORY ->
              Stream.of(probe(dockerBase(spec, requirements), "/linux/" + folder(os) + "/gpg"));
          case CRI_O_REPOSITORY ->
              Stream.of(
                  release(
                      spec.packages().crio().orElse(requirements.value("packages.crio")),
                      spec,
                      os));
          case DISTRIBUTION, BINARIES, INSTALLED -> Stream.empty();
        });
  }

  private static WantedProbe kubernetes(ClusterSpec spec, Os os, Requirements requirements) {
    String base = spec.packages().kubernetes().orElse(requirements.value("packages.kubernetes"));
    return release(base, spec, os);
  }

  /** What the Open Build Service has for each minor. */
  private static WantedProbe release(String base, ClusterSpec spec, Os os) {
    boolean deb = os.isLike("debian");
    var file = deb ? "/deb/Release.key" : "/rpm/repodata/repomd.xml.key";
    return probe(base, "/v" + spec.kubernetes().minorText() + file);
  }

  /**
   * The small files with the checksums, so that a mirror that lacks one is known beforehand; where
   * the patch is not known yet, what says it stands for Kubernetes' own.
   */
  private static Stream<WantedProbe> files(ClusterSpec spec, String architecture) {
    var files = ProgramFiles.load();
    boolean full = spec.kubernetes().isFull();
    var checksums =
        files.wanted(spec, architecture).stream()
            .filter(file -> full || !file.version().equals(spec.kubernetes().toString()))
            .flatMap(
                file -> file.checksums().map(address -> probe(file.name(), address, "")).stream());
    return full || spec.packages().binaries().isEmpty()
        ? checksums
        : Stream.concat(Stream.of(probe("kubeadm", files.newestPatch(spec), "")), checksums);
  }

  private static String dockerBase(ClusterSpec spec, Requirements requirements) {
    return spec.packages().docker().orElse(requirements.value("packages.docker"));
  }

  /** Docker's folders: a distribution of its own, else the one it descends from. */
  private static String folder(Os os) {
    return Stream.concat(os.id().stream(), os.idLike().stream())
        .filter(List.of("debian", "ubuntu", "centos", "rhel", "fedora")::contains)
        .findFirst()
        .orElse("centos");
  }

  private static WantedProbe probe(String base, String path) {
    return probe(base, base, path);
  }

  private static WantedProbe probe(String name, String base, String path) {
    return new WantedProbe(WantedProbe.Kind.PACKAGES, name, withoutSlash(base) + path);
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
