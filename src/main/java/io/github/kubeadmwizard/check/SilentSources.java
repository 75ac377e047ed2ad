package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.PackageSource;
import io.github.kubeadmwizard.facts.Probe;
import java.util.List;

/** Package sources that a host uses and that did not answer it. */
public final class SilentSources {
  private SilentSources() {}

  /**
   * Those that were tried in vain, and those that are known to be gone.
   *
   * @param facts with the answers of their addresses
   */
  public static List<PackageSource> of(HostFacts facts) {
    return of(facts, Requirements.brought());
  }

  static List<PackageSource> of(HostFacts facts, Requirements requirements) {
    return facts.packages().sources().stream()
        .filter(PackageSource::enabled)
        .filter(source -> isGone(source, requirements) || isSilent(source, facts))
        .toList();
  }

  private static boolean isGone(PackageSource source, Requirements requirements) {
    return requirements.list("repositories.gone").stream()
        .anyMatch(host -> source.uri().contains("//" + host));
  }

  private static boolean isSilent(PackageSource source, HostFacts facts) {
    return source.check().stream()
        .flatMap(address -> facts.probes().stream().filter(p -> p.target().equals(address)))
        .anyMatch(probe -> !probe.isOk() && probe.result() != Probe.Result.NO_TOOL);
  }
}
