package io.github.kubeadmwizard.draft;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import java.nio.file.Path;
import java.util.Optional;

/** Paths that a cluster file gives relative to itself, wherever the program was started. */
public final class BesideFile {
  private BesideFile() {}

  /** The same cluster with the user's own manifests by paths that hold everywhere. */
  public static ClusterSpec of(Path file, ClusterSpec spec) {
    Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    var manifests =
        spec.addons().manifests().stream().map(place -> place(place, directory)).toList();
    return spec.with(spec.addons().withManifests(manifests));
  }

  private static String place(String said, Path directory) {
    boolean elsewhere = said.contains("://") || said.startsWith("~");
    return elsewhere ? said : directory.resolve(said).normalize().toString();
  }
}
