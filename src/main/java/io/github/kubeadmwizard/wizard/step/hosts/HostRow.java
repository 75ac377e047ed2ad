package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.wizard.Standing;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** A machine on the page. */
public final class HostRow {
  private final ReadOnlyObjectWrapper<HostSpec> spec;
  private final ObjectProperty<Standing> standing =
      new SimpleObjectProperty<>(new Standing.Trying());
  private int attempt;

  HostRow(HostSpec spec) {
    this.spec = new ReadOnlyObjectWrapper<>(spec);
  }

  /** What the user said of it. */
  public HostSpec spec() {
    return spec.get();
  }

  /** What the user said of it, observable. */
  public ReadOnlyObjectProperty<HostSpec> specProperty() {
    return spec.getReadOnlyProperty();
  }

  /** How it stands. */
  public Standing standing() {
    return standing.get();
  }

  /** How it stands, observable. */
  public ReadOnlyObjectProperty<Standing> standingProperty() {
    return standing;
  }

  /** Whether a question of it waits, or it cannot be reached. */
  public boolean needsUser() {
    return !(standing() instanceof Standing.Reached) && !(standing() instanceof Standing.Trying);
  }

  void set(HostSpec changed) {
    spec.set(changed);
  }

  /** A new attempt begins; answers of earlier ones are stale from now on. */
  int begin() {
    standing.set(new Standing.Trying());
    return ++attempt;
  }

  boolean isLatest(int number) {
    return number == attempt;
  }

  void set(Standing changed) {
    standing.set(changed);
  }
}
