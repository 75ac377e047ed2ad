package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.NetworkSpec.HighAvailability;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the cluster file can say and this version does not install yet. It is refused before any
 * host is touched: a wish that is silently left out would be worse.
 */
final class NotYet {
  private NotYet() {}

  static List<Message> of(ClusterSpec spec) {
    var refused = new ArrayList<Message>();
    HighAvailability.Mode mode = spec.network().highAvailability().mode();
    if (mode == HighAvailability.Mode.KUBE_VIP || mode == HighAvailability.Mode.KEEPALIVED) {
      refused.add(refusal("network.highAvailability.mode", mode, "none, external"));
    }
    if (spec.packages().bundle().isPresent()) {
      switch (spec.runtime().name()) {
        case CONTAINERD, DOCKER -> {}
        case CRI_O -> refused.add(Message.of("install.notYet.bundleCrio", "containerd, docker"));
        case MIRANTIS -> refused.add(Message.of("install.notYet.bundle", "containerd, docker"));
      }
    }
    return List.copyOf(refused);
  }

  private static Message refusal(String key, Enum<?> value, String possible) {
    String written = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Message.of("install.notYet.value", key, written, possible);
  }
}
