package io.github.kubeadmwizard.os;

import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.PackageSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a distribution's own packages lie. */
public final class Archives {
  private Archives() {}

  /**
   * A part of an archive.
   *
   * @param components where the programs lie that Kubernetes calls
   */
  public record Archive(String uri, String suite, List<String> components)
      implements Comparable<Archive> {
    public Archive {
      components = List.copyOf(components);
    }

    @Override
    public int compareTo(Archive other) {
      return Comparator.comparing(Archive::uri).thenComparing(Archive::suite).compare(this, other);
    }
  }

  /** The archive at this address, as it came out; empty for a distribution without one of .deb. */
  public static List<Archive> at(String uri, String distribution, String version) {
    return Suites.of(distribution, version).stream()
        .map(suite -> new Archive(uri, suite.name(), suite.components()))
        .toList();
  }

  /** The archives that a host uses itself, its updates among them. */
  public static List<Archive> of(HostFacts facts) {
    Optional<Suites.Suite> suite =
        facts
            .os()
            .id()
            .flatMap(id -> facts.os().versionId().flatMap(version -> Suites.of(id, version)));
    return suite.stream()
        .flatMap(its ->
            facts.packages().sources().stream()
                .filter(source -> isOf(source, its.name()))
                .map(source -> new Archive(source.uri(), source.id(), its.components())))
        .toList();
  }

  /**
   * Repositories of RPM packages.
   *
   * @param address of one; or of a tree, with some below it; or of a list of mirrors
   * @param isList whether it is a list of mirrors
   * @param below paths of repositories, where there is none at the address itself
   */
  public record RpmArchive(String address, boolean isList, List<String> below) {
    public RpmArchive {
      below = List.copyOf(below);
    }
  }

  /**
   * The repositories at these addresses, separated by commas: each is one, or the place of the
   * distribution's tree. Empty for a distribution without RPM packages.
   */
  public static List<RpmArchive> rpmAt(String addresses, String distribution, String version) {
    return RpmTrees.of(distribution, version).stream()
        .flatMap(tree ->
            Stream.of(addresses.split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(address -> new RpmArchive(address, false, tree.paths())))
        .toList();
  }

  /** The repositories that a host of an RPM distribution has from it. */
  public static List<RpmArchive> rpmOf(HostFacts facts) {
    return Family.of(facts.os()) == Family.RHEL
        ? facts.packages().sources().stream()
            .filter(source -> source.enabled() && !source.thirdParty())
            .filter(source -> !source.file().contains("kubeadm-wizard-"))
            .flatMap(source -> source.check().stream())
            .map(Archives::rpmAt)
            .distinct()
            .toList()
        : List.of();
  }

  /** By what is asked to see whether it answers: the repository's own file, or the list. */
  private static RpmArchive rpmAt(String check) {
    String base = check.replaceFirst("/repodata/repomd\\.xml$", "");
    return new RpmArchive(base, base.equals(check), List.of());
  }

  private static boolean isOf(PackageSource source, String suite) {
    return source.enabled()
        && source.uri().matches("https?://.*")
        && (source.id().equals(suite) || source.id().startsWith(suite + "-"))
        && !source.file().contains("kubeadm-wizard-");
  }
}
