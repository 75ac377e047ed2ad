package io.github.kubeadmwizard.os;

import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.PackageSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

  private static boolean isOf(PackageSource source, String suite) {
    return source.enabled()
        && source.uri().matches("https?://.*")
        && (source.id().equals(suite) || source.id().startsWith(suite + "-"))
        && !source.file().contains("kubeadm-wizard-");
  }
}
