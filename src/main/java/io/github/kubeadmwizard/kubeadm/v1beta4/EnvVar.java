package io.github.kubeadmwizard.kubeadm.v1beta4;

import io.github.kubeadmwizard.kubeadm.tree.Frozen;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * An environment variable of a component. Source: kubeadm v1beta4: EnvVar.
 *
 * @param value null where {@code valueFrom} says it
 * @param valueFrom core/v1 EnvVarSource as a plain tree; null where {@code value} says it
 */
public record EnvVar(
    String name, @Nullable String value, @Nullable SortedMap<String, Object> valueFrom) {
  public EnvVar {
    valueFrom = Frozen.map(valueFrom);
  }
}
