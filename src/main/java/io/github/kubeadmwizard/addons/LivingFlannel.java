package io.github.kubeadmwizard.addons;

import static io.github.kubeadmwizard.addons.LivingNetwork.text;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.json.JsonTree;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Flannel as it runs.
 *
 * @param settings of its {@code net-conf.json}
 * @param interfaces what its arguments say of the card
 * @param told when its ConfigMap was changed last, as the API server writes it
 * @param types by node, the backend that runs there; source: flannel's annotation
 * @param since by node, when its pod was made
 */
public record LivingFlannel(
    Map<String, Object> settings,
    List<String> interfaces,
    String told,
    Map<String, String> types,
    Map<String, String> since) {
  private static final String TYPE = "flannel.alpha.coreos.com/backend-type";

  public LivingFlannel {
    settings = Map.copyOf(settings);
    interfaces = List.copyOf(interfaces);
    types = Map.copyOf(types);
    since = Map.copyOf(since);
  }

  /** How it carries packets, such as {@code vxlan}. */
  public String backend() {
    return settings.get("Backend") instanceof Map<?, ?> backend
        ? String.valueOf(backend.get("Type"))
        : "udp"; // flannel's own default
  }

  /** Whether it is told what this cluster's file says. */
  public boolean isToldAs(ClusterSpec spec) {
    return settings.equals(new FlannelConfiguration(spec).netConf())
        && interfaces.equals(FlannelDaemonSet.interfaces(spec.cni()));
  }

  /** Whether every node runs as it was told. */
  public boolean isFollowed() {
    return types.values().stream().allMatch(backend()::equals)
        && types.keySet().stream()
            .allMatch(node -> since.getOrDefault(node, "").compareTo(told) > 0);
  }

  static Optional<LivingFlannel> of(JsonTree objects, JsonTree settings, List<PodLine> pods) {
    Optional<JsonTree> map =
        settings.at("items").items().stream()
            .filter(one -> text(one, "metadata", "name").equals(Flannel.CONFIGURATION))
            .findFirst();
    Optional<JsonTree> daemons =
        LivingNetwork.kind(objects, "DaemonSet")
            .filter(one -> text(one, "metadata", "name").equals("kube-flannel-ds"))
            .findFirst();
    if (map.isEmpty() || daemons.isEmpty()) {
      return Optional.empty();
    }
    var types = new LinkedHashMap<String, String>();
    LivingNetwork.kind(objects, "Node")
        .forEach(node ->
            types.put(text(node, "metadata", "name"), text(node, "metadata", "annotations", TYPE)));
    var since = new LinkedHashMap<String, String>();
    pods.stream()
        .filter(pod -> pod.app().equals("flannel") && pod.onHost())
        .forEach(pod -> since.put(pod.node(), pod.made()));
    return Optional.of(
        new LivingFlannel(
            Json.object(text(map.get(), "data", "net-conf.json"))
                .map(LivingFlannel::plain)
                .orElse(Map.of()),
            interfaces(daemons.get()),
            told(map.get()),
            types,
            since));
  }

  private static Map<String, Object> plain(Map<?, ?> read) {
    var plain = new LinkedHashMap<String, Object>();
    read.forEach((key, value) -> plain.put(String.valueOf(key), value));
    return plain;
  }

  private static List<String> interfaces(JsonTree daemonSet) {
    return daemonSet.at("spec", "template", "spec", "containers").items().stream()
        .flatMap(container -> container.at("args").items().stream())
        .flatMap(argument -> argument.text().stream())
        .filter(argument -> argument.startsWith("--iface"))
        .toList();
  }

  private static String told(JsonTree map) {
    return map.at("metadata", "managedFields").items().stream()
        .map(entry -> text(entry, "time"))
        .max(Comparator.naturalOrder())
        .filter(time -> !time.isEmpty())
        .orElseGet(
            () -> Objects.requireNonNullElse(text(map, "metadata", "creationTimestamp"), ""));
  }
}
