package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.RuntimeSpec;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which programs come as files and from where, from {@code kubernetes/programs.yaml}. A mirror
 * ({@code packages.binaries}) has all of them below one address, by upstream's own paths.
 */
public final class ProgramFiles {
  private final Map<?, ?> places;
  private final String newestPatch;
  private final List<Map<?, ?>> programs;

  private ProgramFiles(Map<?, ?> tree) {
    places = (Map<?, ?>) value(tree, "places");
    newestPatch = text(tree, "newestPatch");
    programs =
        ((List<?>) value(tree, "programs")).stream().<Map<?, ?>>map(Map.class::cast).toList();
  }

  /** Those that the program brings along. */
  public static ProgramFiles load() {
    return new ProgramFiles(PlainTree.read(Assets.text("kubernetes/programs.yaml")));
  }

  /**
   * What this cluster's hosts take as files; empty where all comes as packages.
   *
   * @param spec its version is full
   * @param architecture as {@code amd64}, {@code arm64}
   */
  public List<ProgramFile> wanted(ClusterSpec spec, String architecture) {
    return programs.stream()
        .filter(program -> isWanted(text(program, "set"), spec))
        .map(program -> file(program, spec, architecture))
        .toList();
  }

  /** Helm, which is for people and not for the cluster. */
  public ProgramFile helm(ClusterSpec spec, String architecture) {
    return programs.stream()
        .filter(program -> text(program, "set").equals("helm"))
        .map(program -> file(program, spec, architecture))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isWanted(String set, ClusterSpec spec) {
    return switch (set) {
      case "runtime" -> spec.runtime().from() == RuntimeSpec.Source.BINARIES;
      case "helm" -> false; // of one host alone
      case "docker" -> spec.runtime().name() == RuntimeSpec.Name.DOCKER;
      default -> spec.packages().binaries().isPresent();
    };
  }

  /** A digest that we know ourselves, or the address of upstream's file of digests. */
  private static String checksum(
      Map<?, ?> program, String base, String version, String architecture) {
    return program.get("sha256") instanceof Map<?, ?> digests
        ? Objects.toString(digests.get(architecture), "")
        : "@" + base + filled(text(program, "checksum"), version, architecture);
  }

  /** The address of the text that says the newest patch of the wished minor. */
  public String newestPatch(ClusterSpec spec) {
    String path = newestPatch.replace("{minor}", spec.kubernetes().minorText());
    return base("kubernetes", spec) + "/" + path;
  }

  private ProgramFile file(Map<?, ?> program, ClusterSpec spec, String architecture) {
    String name = text(program, "name");
    String version = version(program, spec);
    String base = base(text(program, "place"), spec) + "/";
    return new ProgramFile(
        name,
        version,
        base + filled(text(program, "file"), version, architecture),
        checksum(program, base, version, architecture),
        text(program, "path"),
        filled(Objects.toString(program.get("member"), ""), version, architecture));
  }

  private static String filled(String path, String version, String architecture) {
    return path.replace("{version}", version).replace("{arch}", architecture);
  }

  /** containerd's may be said in the cluster file; Kubernetes' own programs have the cluster's. */
  private static String version(Map<?, ?> program, ClusterSpec spec) {
    Optional<String> wish =
        text(program, "name").equals("containerd") ? spec.runtime().version() : Optional.empty();
    return wish.map(v -> v.replaceFirst("^v", ""))
        .orElseGet(() -> Objects.toString(program.get("version"), spec.kubernetes().toString()));
  }

  /** Upstream has two places; a mirror is one. */
  private String base(String place, ClusterSpec spec) {
    String mirror = spec.packages().binaries().map(ProgramFiles::withoutSlash).orElse("");
    return mirror.isEmpty() || mirror.equals(text(places, "kubernetes"))
        ? text(places, place)
        : mirror;
  }

  private static String withoutSlash(String address) {
    return address.replaceAll("/+$", "");
  }

  private static String text(Map<?, ?> tree, String key) {
    return value(tree, key).toString();
  }

  private static Object value(Map<?, ?> tree, String key) {
    Object value = tree.get(key);
    if (value == null) {
      throw new IllegalStateException("kubernetes/programs.yaml lacks " + key);
    }
    return value;
  }
}
