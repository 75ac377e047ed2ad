package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.cluster.BrokenRule;
import io.github.kubeadmwizard.cluster.ClusterRules;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The choices so far, of one cluster. Every page changes them through here. */
public final class Draft {
  private final ReadOnlyObjectWrapper<ClusterSpec> spec;
  private @Nullable List<BrokenRule> broken;

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

  /** What does not hold between them; each page asks, so it is looked at once. */
  public List<BrokenRule> broken() {
    List<BrokenRule> known = broken;
    if (known == null) {
      known = ClusterRules.broken(spec());
      broken = known;
    }
    return known;
  }

  /** Changes them; an equal value tells nobody. */
  public void change(UnaryOperator<ClusterSpec> change) {
    ClusterSpec changed = change.apply(spec.get());
    if (!changed.equals(spec.get())) {
      broken = null;
      spec.set(changed);
    }
  }
}
