package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.ImagesSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec.CgroupDriver;
import io.github.kubeadmwizard.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Docker's configuration with what Kubernetes needs in it; everything else stays as the user has
 * it. Source: Docker docs, dockerd, daemon configuration file.
 */
public final class DaemonJson {
  /** Where it stands. */
  public static final String PATH = "/etc/docker/daemon.json";

  private static final String DRIVER = "native.cgroupdriver=";

  private DaemonJson() {}

  /**
   * The file as it is to be; the same text where nothing is missing.
   *
   * @param now its text; empty where there is no file
   * @return empty if the text is no JSON object, or holds something else where lists belong
   */
  public static Optional<String> merged(String now, ClusterSpec spec) {
    return Json.object(now.isBlank() ? "{}" : now).flatMap(tree -> merged(now, tree, spec));
  }

  private static Optional<String> merged(
      String now, Map<String, @Nullable Object> tree, ClusterSpec spec) {
    Map<String, @Nullable Object> next = new LinkedHashMap<String, @Nullable Object>(tree);
    for (String list : List.of("exec-opts", "registry-mirrors", "insecure-registries")) {
      if (!(tree.getOrDefault(list, List.of()) instanceof List<?>)) {
        return Optional.empty();
      }
    }
    put(next, "exec-opts", options(tree, spec));
    put(next, "registry-mirrors", mirrors(tree, spec));
    put(next, "insecure-registries", insecure(tree, spec));
    return Optional.of(next.equals(tree) ? now : Json.pretty(next) + "\n");
  }

  private static void put(Map<String, @Nullable Object> tree, String key, List<Object> list) {
    if (!list.isEmpty()) {
      tree.put(key, list);
    }
  }

  private static List<Object> options(Map<String, @Nullable Object> tree, ClusterSpec spec) {
    boolean systemd = spec.runtime().cgroupDriver() == CgroupDriver.SYSTEMD;
    String wish = DRIVER + (systemd ? "systemd" : "cgroupfs");
    var options = new ArrayList<>(list(tree, "exec-opts"));
    options.removeIf(
        one -> one instanceof String text && text.startsWith(DRIVER) && !text.equals(wish));
    if (!options.contains(wish)) {
      options.add(wish);
    }
    return options;
  }

  /** Ours is asked first. */
  private static List<Object> mirrors(Map<String, @Nullable Object> tree, ClusterSpec spec) {
    var mirrors = new ArrayList<>(list(tree, "registry-mirrors"));
    String ours = spec.images().mirrors().get("docker.io");
    if (ours != null && !mirrors.contains(ours) && !mirrors.contains(ours + "/")) {
      mirrors.addFirst(ours);
    }
    return mirrors;
  }

  private static List<Object> insecure(Map<String, @Nullable Object> tree, ClusterSpec spec) {
    var insecure = new ArrayList<>(list(tree, "insecure-registries"));
    Stream<String> ours =
        spec.images().registries().entrySet().stream()
            .filter(one -> one.getValue().plainHttp() || one.getValue().skipVerify())
            .map(Map.Entry::getKey);
    Stream<String> plain =
        spec.images().mirrors().values().stream()
            .filter(address -> address.startsWith("http://"))
            .map(ImagesSpec::hostOf);
    Stream.concat(ours, plain).filter(host -> !insecure.contains(host)).forEach(insecure::add);
    return insecure;
  }

  private static List<Object> list(Map<String, @Nullable Object> tree, String key) {
    var copy = new ArrayList<Object>();
    if (tree.get(key) instanceof List<?> list) {
      copy.addAll(list);
    }
    return copy;
  }

  /** The cgroup driver that the text asks for. */
  public static Optional<String> driver(String now) {
    return Json.object(now).stream()
        .flatMap(tree -> list(tree, "exec-opts").stream())
        .map(String::valueOf)
        .filter(option -> option.startsWith(DRIVER))
        .map(option -> option.substring(DRIVER.length()))
        .findFirst();
  }

  /** Whether containers go on while dockerd is restarted. */
  public static boolean keepsContainers(String now) {
    return Json.object(now)
        .filter(tree -> Boolean.TRUE.equals(tree.get("live-restore")))
        .isPresent();
  }
}
