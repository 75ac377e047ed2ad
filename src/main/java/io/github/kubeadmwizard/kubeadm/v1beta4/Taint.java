package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.kubeadm.tree.Choice;
import org.jspecify.annotations.Nullable;

/**
 * A taint that the kubelet registers its node with. Source: Kubernetes core/v1: Taint.
 *
 * @param value null means none
 * @param timeAdded RFC 3339; set by the node controller for NoExecute
 */
public record Taint(String key, @Nullable String value, Effect effect, @Nullable String timeAdded) {

  /** The taint of the cluster file, as a document writes it. */
  public static Taint of(TaintSpec taint) {
    var effect = Effect.valueOf(taint.effect().name());
    return new Taint(taint.key(), taint.value().isEmpty() ? null : taint.value(), effect, null);
  }

  /** What kubeadm gives a control plane where nothing is said: ordinary pods stay away. */
  public static Taint controlPlane() {
    return new Taint("node-role.kubernetes.io/control-plane", null, Effect.NO_SCHEDULE, null);
  }

  /** What happens to pods that do not tolerate it. */
  public enum Effect implements Choice {
    NO_SCHEDULE("NoSchedule"),
    PREFER_NO_SCHEDULE("PreferNoSchedule"),
    NO_EXECUTE("NoExecute");

    private final String text;

    Effect(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }
}
