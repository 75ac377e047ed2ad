package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The choices so far, of one cluster. Every page changes them through here. */
public final class Draft {
  private final ReadOnlyObjectWrapper<ClusterSpec> spec;

  /** Begins with these. */
  public Draft(ClusterSpec begin) {
    spec = new ReadOnlyObjectWrapper<>(begin);
  }

  /** The choices as they are now. */
  public ClusterSpec spec() {
    return spec.get();
  }

  /** The choices, observable. */
  public ReadOnlyObjectProperty<ClusterSpec> specProperty() {
    return spec.getReadOnlyProperty();
  }

  /** Changes them; an equal value tells nobody. */
  public void change(UnaryOperator<ClusterSpec> change) {
    ClusterSpec changed = change.apply(spec.get());
    if (!changed.equals(spec.get())) {
      spec.set(changed);
    }
  }
}
