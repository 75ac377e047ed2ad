package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Os;
import io.github.kubeadmwizard.facts.PackageSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Finds out which addresses a host must reach. */
public final class Probes {
  private Probes() {}

  /**
   * The registries of all images, by their mirrors where there are any, and the package sources.
   *
   * @param os chooses between deb and rpm, and Docker's folder
   */
  public static List<WantedProbe> wanted(ClusterSpec spec, Os os) {
    return wanted(spec, os, Requirements.brought());
  }

  /** Also the sources that the host has already; one that does not answer breaks the rest. */
  public static List<String> targets(ClusterSpec spec, HostFacts facts) {
    return Stream.concat(
            wanted(spec, facts.os()).stream().map(WantedProbe::target),
            facts.packages().sources().stream()
                .filter(PackageSource::enabled)
                .flatMap(source -> source.check().stream()))
        .distinct()
        .toList();
  }

  static List<WantedProbe> wanted(ClusterSpec spec, Os os, Requirements requirements) {
    return Stream.concat(registries(spec, requirements), packages(spec, os, requirements))
        .distinct()
        .toList();
  }

  private static Stream<WantedProbe> registries(ClusterSpec spec, Requirements requirements) {
    var plugin = spec.cni().name().name().toLowerCase(Locale.ROOT);
    var repository = spec.images().repository().split("/", 2)[0];
    return Stream.concat(Stream.of(repository), requirements.list("registries." + plugin).stream())
        .distinct()
        .map(registry ->
            new WantedProbe(
                WantedProbe.Kind.REGISTRY,
                registry,
                address(registry, spec, requirements) + "/v2/"));
  }

  private static String address(String registry, ClusterSpec spec, Requirements requirements) {
    var mirror = spec.images().mirrors().get(registry);
    return withoutSlash(
        mirror != null
            ? mirror
            : requirements.value("registry.address." + registry, "https://" + registry));
  }

  private static Stream<WantedProbe> packages(ClusterSpec spec, Os os, Requirements requirements) {
    if (spec.packages().binaries().isPresent()) {
      return Stream.of(probe(spec.packages().binaries().get(), ""));
    }
    boolean deb = os.isLike("debian");
    var kubernetes = spec.packages().kubernetes().orElse(requirements.value("packages.kubernetes"));
    var file = deb ? "/deb/Release.key" : "/rpm/repodata/repomd.xml.key";
    var first = probe(kubernetes, "/v" + spec.kubernetes().minorText() + file);
    return docker(spec)
        ? Stream.of(first, probe(dockerBase(spec, requirements), "/linux/" + folder(os) + "/gpg"))
        : Stream.of(first);
  }

  private static boolean docker(ClusterSpec spec) {
    return spec.runtime().name() != RuntimeSpec.Name.CRI_O
        && spec.runtime().from() == RuntimeSpec.Source.DOCKER_REPOSITORY;
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
    return new WantedProbe(WantedProbe.Kind.PACKAGES, base, withoutSlash(base) + path);
  }

  private static String withoutSlash(String address) {
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }
}
