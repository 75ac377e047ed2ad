package io.github.kubeadmwizard.migrate;

import io.github.kubeadmwizard.cluster.BrokenRule;
import io.github.kubeadmwizard.cluster.Cidr;
import io.github.kubeadmwizard.cluster.ClusterRules;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads ranges of addresses, and puts others in place of those that can't be. */
record Ranges(Target target, Told told) {
  private static final String PODS = "network.podCIDR";
  private static final String SERVICES = "network.serviceCIDR";

  /** One range or two; bits beyond the prefix are cut off. */
  static Optional<List<Cidr>> read(String text) {
    var ranges = new ArrayList<Cidr>();
    try {
      for (String part : text.split(",", -1)) {
        ranges.add(Cidr.around(part.strip()));
      }
    } catch (IllegalArgumentException notOne) {
      return Optional.empty();
    }
    return ranges.size() > 2 ? Optional.empty() : Optional.of(List.copyOf(ranges));
  }

  static String text(List<Cidr> ranges) {
    return ranges.stream().map(Cidr::toString).collect(Collectors.joining(","));
  }

  /** The same cluster with ranges that the rules allow. */
  ClusterSpec mended(ClusterSpec spec) {
    var pods = mended(spec, PODS, target.data().podRanges());
    return mended(pods, SERVICES, target.data().serviceRanges());
  }

  private ClusterSpec mended(ClusterSpec spec, String key, List<String> candidates) {
    var wrong = broken(spec, key);
    if (wrong.isEmpty()) {
      return spec;
    }
    for (String candidate : candidates) {
      var other = with(spec, key, List.of(Cidr.parse(candidate)));
      if (broken(other, key).isEmpty()) {
        told.mended(key, Message.of("migrate.rangeMended", wrong.get().what(), candidate));
        return other;
      }
    }
    return spec;
  }

  private static Optional<BrokenRule> broken(ClusterSpec spec, String key) {
    return ClusterRules.broken(spec).stream().filter(rule -> rule.path().equals(key)).findFirst();
  }

  private static ClusterSpec with(ClusterSpec spec, String key, List<Cidr> ranges) {
    var network = spec.network();
    return spec.with(
        new NetworkSpec(
            network.endpoint(),
            network.highAvailability(),
            key.equals(PODS) ? ranges : network.podCIDR(),
            key.equals(SERVICES) ? ranges : network.serviceCIDR(),
            network.dnsDomain(),
            network.kubeProxy()));
  }
}
