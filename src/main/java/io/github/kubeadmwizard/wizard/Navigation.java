package io.github.kubeadmwizard.wizard;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** Which step is shown, and which can be gone to. */
public final class Navigation {
  private final ReadOnlyObjectWrapper<Step> current = new ReadOnlyObjectWrapper<>(Step.HOSTS);
  private final ReadOnlyObjectWrapper<Step> furthest = new ReadOnlyObjectWrapper<>(Step.HOSTS);
  private final BooleanProperty locked = new SimpleBooleanProperty();

  /** The step that is shown. */
  public ReadOnlyObjectProperty<Step> current() {
    return current.getReadOnlyProperty();
  }

  /** The last step that was seen; those behind it are not reachable yet. */
  public ReadOnlyObjectProperty<Step> furthest() {
    return furthest.getReadOnlyProperty();
  }

  /** Whether a run is on, so that no choice may change. */
  public BooleanProperty locked() {
    return locked;
  }

  /** Whether this step can be gone to now. */
  public boolean isOpen(Step step) {
    return locked.get() ? step == Step.INSTALL : step.compareTo(furthest.get()) <= 0;
  }

  /** Shows a step. */
  public void go(Step step) {
    if (step.compareTo(furthest.get()) > 0) {
      furthest.set(step);
    }
    current.set(step);
  }

  /** Shows the next step. */
  public void forth() {
    go(current.get().next());
  }

  /** Shows the step before. */
  public void back() {
    go(current.get().before());
  }
}
