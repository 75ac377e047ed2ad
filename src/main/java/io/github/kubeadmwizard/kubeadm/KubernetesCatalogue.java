package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.yaml.PlainTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Kubernetes minors that are offered, from {@code kubernetes/versions.yaml}. */
public final class KubernetesCatalogue {
  private final String usual;
  private final List<MinorFacts> minors;

  private KubernetesCatalogue(String usual, List<MinorFacts> minors) {
    this.usual = usual;
    this.minors = List.copyOf(minors);
  }

  /** The catalogue that the program brings along. */
  public static KubernetesCatalogue load() {
    return Own.CATALOGUE;
  }

  /** Read once, and not before it is asked for. */
  private static final class Own {
    private static final KubernetesCatalogue CATALOGUE =
        read(Assets.text("kubernetes/versions.yaml"));
  }

  /** Reads a catalogue. */
  static KubernetesCatalogue read(String yaml) {
    var tree = PlainTree.read(yaml);
    var minors = new ArrayList<MinorFacts>();
    for (Object entry : (List<?>) value(tree, "minors")) {
      minors.add(minor((Map<?, ?>) entry));
    }
    return new KubernetesCatalogue(text(tree, "default"), minors);
  }

  /** The minors on offer, oldest first. */
  public List<MinorFacts> minors() {
    return minors;
  }

  /** The minor that is meant where the user says none. */
  public String defaultMinor() {
    return usual;
  }

  /** What is known of this version's minor; empty where we do not offer it. */
  public Optional<MinorFacts> of(KubernetesVersion version) {
    return minors.stream().filter(m -> m.minor().equals(version.minorText())).findFirst();
  }

  private static MinorFacts minor(Map<?, ?> entry) {
    var runtimes = new TreeMap<String, String>();
    ((Map<?, ?>) value(entry, "minimumRuntimes"))
        .forEach((name, version) -> runtimes.put(name.toString(), version.toString()));
    return new MinorFacts(
        text(entry, "minor"),
        Integer.parseInt(text(entry, "lastKnownPatch")),
        LocalDate.parse(text(entry, "endOfLife")),
        text(entry, "coredns"),
        text(entry, "etcd"),
        text(entry, "pause"),
        runtimes,
        text(entry, "minimumExternalEtcd"));
  }

  private static String text(Map<?, ?> tree, String key) {
    return value(tree, key).toString();
  }

  private static Object value(Map<?, ?> tree, String key) {
    Object value = tree.get(key);
    if (value == null) {
      throw new IllegalStateException("kubernetes/versions.yaml lacks " + key);
    }
    return value;
  }
}
