package io.github.kubeadmwizard.install;

import io.github.kubeadmwizard.addons.LivingNetwork;
import io.github.kubeadmwizard.addons.NetworkTraces;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.Departing;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One plugin leaves, another takes its place; every pod of the pod network is made anew.
 *
 * @param departing what leaves
 * @param name what comes
 * @param goesOn whether it was begun before
 */
public record BetweenPlugins(Departing departing, CniSpec.Name name, boolean goesOn)
    implements SwitchWay.Possible {
  /** Those that divide the range of pods among nodes by themselves. */
  private static final Set<CniSpec.Name> OWN_SHARES =
      Set.of(CniSpec.Name.CALICO, CniSpec.Name.WEAVE);

  @Override
  public String to() {
    return NetworkTraces.named(departing.to())
        .map(NetworkTraces::title)
        .orElse(SwitchWay.key(name));
  }

  private List<NetworkTraces> traces() {
    return departing.traces().stream().flatMap(one -> NetworkTraces.named(one).stream()).toList();
  }

  private String from() {
    String titles = traces().stream().map(NetworkTraces::title).collect(Collectors.joining(", "));
    return titles + " (" + String.join(", ", departing.workloads()) + ")";
  }

  @Override
  public List<Message> words(LivingNetwork living, int nodes) {
    var words = new ArrayList<Message>();
    words.add(
        Message.of(
            goesOn ? "install.switch.plugins.goesOn" : "install.switch.plugins", from(), to()));
    words.add(Message.of("install.switch.plugins.ahead", to(), nodes));
    words.add(Message.of("install.switch.plugins.harm", to(), nodes));
    words.add(
        Message.of(
            "install.switch.plugins.pods", living.podCount(), SwitchWay.perNamespace(living)));
    if (OWN_SHARES.contains(name)) {
      words.add(Message.of("install.switch.plugins.shares", to()));
    }
    boolean enforced = traces().stream().anyMatch(NetworkTraces::enforces);
    if (enforced && name == CniSpec.Name.FLANNEL) {
      words.add(Message.of("install.switch.plugins.policies", to()));
    }
    return words;
  }

  @Override
  public Optional<Departing> leaving() {
    return Optional.of(departing);
  }
}
