package io.github.kubeadmwizard.addons;

import static io.github.kubeadmwizard.addons.LivingNetwork.text;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.json.JsonTree;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the programs of a pod network from other DaemonSets: each writes into the directory in
 * which runtimes look for a configuration. Source: CNI, conventions.
 */
final class NetworkProgram {
  /** Where Calico's operator, and nobody else, puts what it runs. */
  private static final String OF_OPERATOR = "calico-system";

  private static final String DIRECTORY = "/etc/cni/net.d";

  /** By namespace and name, as upstream's manifests have them now; earlier ones are not known. */
  private static final Map<String, CniSpec.Name> KNOWN =
      Map.of(
          "kube-flannel/kube-flannel-ds", CniSpec.Name.FLANNEL,
          "kube-system/calico-node", CniSpec.Name.CALICO,
          "calico-system/calico-node", CniSpec.Name.CALICO,
          "kube-system/canal", CniSpec.Name.CANAL,
          "kube-system/cilium", CniSpec.Name.CILIUM,
          "kube-system/weave-net", CniSpec.Name.WEAVE);

  private NetworkProgram() {}

  static Optional<LivingNetwork.Found> found(JsonTree daemonSet) {
    String workload =
        text(daemonSet, "metadata", "namespace") + "/" + text(daemonSet, "metadata", "name");
    Optional<CniSpec.Name> known = Optional.ofNullable(KNOWN.get(workload));
    return known.isPresent() || writesConfiguration(daemonSet)
        ? Optional.of(new LivingNetwork.Found(known, workload, traces(known, daemonSet)))
        : Optional.empty();
  }

  /** By its name, since who mirrors images may rename them; else by its images. */
  private static Optional<String> traces(Optional<CniSpec.Name> known, JsonTree daemonSet) {
    if (text(daemonSet, "metadata", "namespace").equals(OF_OPERATOR)) {
      return Optional.of(NetworkTraces.CALICO_BY_OPERATOR);
    }
    return known
        .flatMap(plugin -> NetworkTraces.named(plugin.name().toLowerCase(Locale.ROOT)))
        .or(() -> NetworkTraces.of(daemonSet))
        .map(NetworkTraces::name);
  }

  /** Multus and its like write there, too: they are found as plugins that are not known. */
  private static boolean writesConfiguration(JsonTree daemonSet) {
    return daemonSet.at("spec", "template", "spec", "volumes").items().stream()
        .map(volume -> text(volume, "hostPath", "path"))
        .anyMatch(path -> path.equals(DIRECTORY) || path.startsWith(DIRECTORY + "/"));
  }
}
