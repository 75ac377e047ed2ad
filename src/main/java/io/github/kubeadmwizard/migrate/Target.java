package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.kubeadm.MinorFacts;
import io.github.kubeadmwizard.kubeadm.MinorNames;
import io.github.kubeadmwizard.text.Message;
import java.util.Optional;

/**
 * The version that the old text is turned to.
 *
 * @param version a full one where the old text names a full one that is offered, else a minor
 * @param changed why it is another than the old text says; empty where it is not
 */
record Target(
    KubernetesVersion version,
    MinorFacts facts,
    MinorNames names,
    Catalogue data,
    Optional<Message> changed) {

  /**
   * @param said what the old text says, if anything
   */
  static Target of(Optional<String> said, KubernetesCatalogue versions, Catalogue data) {
    var wished = said.flatMap(Target::parsed).filter(v -> versions.of(v).isPresent());
    var version = wished.orElseGet(() -> KubernetesVersion.parse(versions.defaultMinor()));
    var facts =
        versions
            .of(version)
            .orElseThrow(() -> new IllegalStateException("the default minor is not offered"));
    Optional<Message> changed =
        said.isEmpty() || wished.isPresent()
            ? Optional.empty()
            : Optional.of(
                parsed(said.get()).isPresent()
                    ? Message.of("migrate.version", said.get(), version.toString())
                    : Message.of("migrate.versionLabel", said.get(), version.toString()));
    return new Target(version, facts, new MinorNames(version), data, changed);
  }

  private static Optional<KubernetesVersion> parsed(String text) {
    try {
      return Optional.of(KubernetesVersion.parse(text.strip()));
    } catch (IllegalArgumentException label) {
      return Optional.empty();
    }
  }

  /** The version as kubeadm wants it: with its patch, else kubeadm asks the network. */
  String full() {
    return "v" + (version.isFull() ? version : version.minorText() + "." + facts.lastKnownPatch());
  }

  String minor() {
    return version.minorText();
  }
}
