package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.assets.Assets;
import io.github.kubeadmwizard.cluster.KubernetesVersion;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/** Versions, names and addresses that checks compare with; data, not code. */
public final class Requirements {
  private final Properties values;

  private Requirements(Properties values) {
    this.values = values;
  }

  /** Those that the program brings along, in {@code installer-assets/checks}. */
  public static Requirements brought() {
    var values = new Properties();
    try {
      values.load(new StringReader(Assets.text("checks/requirements.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Requirements(values);
  }

  /** A list; empty where there is none of this name. */
  List<String> list(String name) {
    return Arrays.stream(values.getProperty(name, "").strip().split("\\s+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** A single value that must be there. */
  String value(String name) {
    var value = values.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("requirements.properties lacks " + name);
    }
    return value.strip();
  }

  /** A single value, or another where there is none. */
  String value(String name, String otherwise) {
    return values.getProperty(name, otherwise).strip();
  }

  /** Versions of containerd that this Kubernetes was tested with; the newest list known to us. */
  List<Version> testedContainerd(KubernetesVersion kubernetes) {
    for (int minor = kubernetes.minor(); minor > 0; minor--) {
      var tested = list("containerd.1." + minor);
      if (!tested.isEmpty()) {
        return tested.stream().map(Version::of).toList();
      }
    }
    return List.of();
  }
}
