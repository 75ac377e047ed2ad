package io.github.kubeadmwizard.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What runs on the cluster besides Kubernetes itself.
 *
 * @param chosen each at most once; kept in the order in which they are installed
 * @param manifests the user's own files, applied last, in this order
 */
public record AddonsSpec(List<AddonSpec> chosen, List<String> manifests) implements ClusterPart {

  /** None. */
  public static final AddonsSpec DEFAULT = new AddonsSpec(List.of(), List.of());

  public AddonsSpec {
    chosen = chosen.stream().sorted(Comparator.comparing(AddonSpec::name)).toList();
    manifests = List.copyOf(manifests);
    if (chosen.stream().map(AddonSpec::name).distinct().count() < chosen.size()) {
      throw new IllegalArgumentException("an add-on stands there twice");
    }
  }

  /** The add-on of this kind, if it is chosen. */
  public <T extends AddonSpec> Optional<T> find(Class<T> kind) {
    return chosen.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** Whether this one is chosen. */
  public boolean has(AddonSpec.Name name) {
    return chosen.stream().anyMatch(one -> one.name() == name);
  }

  /** The same with this one, in place of another of its name. */
  public AddonsSpec with(AddonSpec addon) {
    var others = without(addon.name()).chosen.stream();
    return new AddonsSpec(Stream.concat(others, Stream.of(addon)).toList(), manifests);
  }

  /** The same without this one. */
  public AddonsSpec without(AddonSpec.Name name) {
    return new AddonsSpec(chosen.stream().filter(one -> one.name() != name).toList(), manifests);
  }

  /** The same with these files of the user. */
  public AddonsSpec withManifests(List<String> others) {
    return new AddonsSpec(chosen, others);
  }

  /** The keys of those that are chosen, as the cluster file writes them. */
  public List<String> keys() {
    return chosen.stream().map(one -> one.name().key()).toList();
  }

  /** Whether the kubelets' certificates are to be of the cluster's own authority. */
  public boolean wantsServingCertificates() {
    return find(AddonSpec.MetricsServer.class)
        .filter(metrics -> !metrics.kubeletInsecureTLS())
        .isPresent();
  }
}
