package io.github.kubeadmwizard.addons;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.json.JsonTree;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a pod network puts into a cluster and on its nodes, so that it can be taken away; data of
 * {@code installer-assets/networks}, where its README says what each key is.
 *
 * @param name of its file
 * @param lists every key that holds a list
 */
public record NetworkTraces(
    String name, String title, boolean enforces, Map<String, List<String>> lists) {
  public NetworkTraces {
    lists = Map.copyOf(lists);
  }

  /** Of Calico where its operator runs it; it is told by its namespace. */
  public static final String CALICO_BY_OPERATOR = "calico-operator";

  /** What a node has, by the variable that {@code network-clean.sh} reads. */
  private static final Map<String, String> ON_NODES =
      Map.ofEntries(
          Map.entry("TYPES", "types"),
          Map.entry("FILES", "files"),
          Map.entry("DIRECTORIES", "directories"),
          Map.entry("MOUNTS", "mounts"),
          Map.entry("PINS", "pins"),
          Map.entry("BINARIES", "binaries"),
          Map.entry("LINKS", "links"),
          Map.entry("MODULES", "modules"),
          Map.entry("CHAINS", "chains"),
          Map.entry("MARKS", "marks"),
          Map.entry("TABLES", "tables"),
          Map.entry("SETS", "sets"),
          Map.entry("ROUTES", "routes"),
          Map.entry("IP_RULES", "ipRules"),
          Map.entry("FILTERS", "filters"));

  /** Read once, and not before they are asked for. */
  private static final class Own {
    private static final List<NetworkTraces> ALL =
        Stream.concat(
                Arrays.stream(CniSpec.Name.values())
                    .map(name -> name.name().toLowerCase(Locale.ROOT)),
                Stream.of(CALICO_BY_OPERATOR))
            .filter(name -> Assets.exists(file(name)))
            .map(NetworkTraces::read)
            .toList();
  }

  /** Those of this name, where they are known. */
  public static Optional<NetworkTraces> named(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** All that are known. */
  public static List<NetworkTraces> all() {
    return Own.ALL;
  }

  /** A key's lines; empty where the file does not have it. */
  public List<String> of(String key) {
    return lists.getOrDefault(key, List.of());
  }

  /** A key's lines of all of these names, each once. */
  public static String lines(List<String> names, String key) {
    return names.stream()
        .flatMap(name -> named(name).stream())
        .flatMap(one -> one.of(key).stream())
        .distinct()
        .collect(Collectors.joining("\n"));
  }

  /** What all of these left on a node, as the variables of {@code network-clean.sh}. */
  public static Map<String, String> onNodes(List<String> names) {
    return ON_NODES.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> lines(names, one.getValue())));
  }

  /**
   * Whose pods a DaemonSet runs, whatever it is named; of several that fit, the one that asks for
   * most.
   */
  static Optional<NetworkTraces> of(JsonTree daemonSet) {
    JsonTree pod = daemonSet.at("spec", "template", "spec");
    List<String> images =
        Stream.of("containers", "initContainers")
            .flatMap(kind -> pod.at(kind).items().stream())
            .flatMap(container -> container.at("image").text().stream())
            .toList();
    return all().stream()
        .filter(one -> !one.of("images").isEmpty())
        .filter(one -> one.of("images").stream().allMatch(wanted -> has(images, wanted)))
        .max(Comparator.comparingInt(one -> one.of("images").size()));
  }

  private static boolean has(List<String> images, String wanted) {
    var pattern = Pattern.compile(wanted);
    return images.stream().anyMatch(image -> pattern.matcher(image).find());
  }

  private static String file(String name) {
    return "networks/" + name + ".yaml";
  }

  private static NetworkTraces read(String name) {
    var data = PlainTree.read(Assets.text(file(name)));
    var lists =
        data.entrySet().stream()
            .filter(entry -> entry.getValue() instanceof List<?>)
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    entry -> ((List<?>) entry.getValue()).stream().map(String::valueOf).toList()));
    return new NetworkTraces(
        name, String.valueOf(data.get("title")), Boolean.TRUE.equals(data.get("enforces")), lists);
  }
}
