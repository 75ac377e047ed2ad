package io.github.kubeadmwizard.kubeadm;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import java.util.Optional;

/**
 * Which flags, feature gates and admission plugins the programs of a Kubernetes minor have. Of a
 * minor that we have no list of, every name is taken for known.
 */
public final class MinorNames {
  private final String minor;

  /**
   * @param version of which the minor counts
   */
  public MinorNames(KubernetesVersion version) {
    minor = version.minorText();
  }

  /** Whose gates are meant: kubeadm has its own. */
  public enum GateOwner {
    KUBEADM("kubeadm"),
    COMPONENTS("components");

    private final String file;

    GateOwner(String file) {
      this.file = file;
    }
  }

  /** What can be said to a feature gate. */
  public enum Gate {
    FREE,
    ONLY_TRUE,
    ONLY_FALSE,
    GONE;

    /** Whether the program still takes this value. */
    public boolean takes(boolean value) {
      return this == FREE || this == (value ? ONLY_TRUE : ONLY_FALSE);
    }
  }

  /**
   * Whether a program has a flag, deprecated ones among them.
   *
   * @param program such as {@code kube-apiserver}, {@code kubelet}, {@code etcd}
   * @param flag without dashes
   */
  public boolean hasFlag(String program, String flag) {
    return has(KnownNames.ofFlags(minor, program), flag);
  }

  /** What can be said to this gate. */
  public Gate gate(GateOwner owner, String name) {
    var known = KnownNames.ofGates(minor, owner.file);
    if (known.isEmpty()) {
      return Gate.FREE;
    }
    String only = known.get().names().get(name);
    if (only == null) {
      return Gate.GONE;
    }
    return switch (only) {
      case "" -> Gate.FREE;
      case "true" -> Gate.ONLY_TRUE;
      default -> Gate.ONLY_FALSE;
    };
  }

  /** Whether kube-apiserver has an admission plugin. */
  public boolean hasAdmissionPlugin(String name) {
    return has(KnownNames.ofAdmission(minor), name);
  }

  private static boolean has(Optional<KnownNames> known, String name) {
    return known.isEmpty() || known.get().names().containsKey(name);
  }
}
