package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.StepState;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * How a page of choices stands: suggested until somebody looked at it, then done; to be looked at
 * again when what it rests on changed since; blocked while something is wrong.
 */
public final class Seen {
  private final ReadOnlyObjectWrapper<StepState> state =
      new ReadOnlyObjectWrapper<>(StepState.notYet());
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private @Nullable Object restedOn;

  /** How the page stands. */
  public ReadOnlyObjectProperty<StepState> state() {
    return state.getReadOnlyProperty();
  }

  /** Grows whenever it is told anew how the page stands: with every change of choices or facts. */
  public ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  /** Somebody looks at it; this is what it rests on. */
  public void look(Object restsOn) {
    restedOn = restsOn;
  }

  /**
   * Tells anew how it stands.
   *
   * @param shortly the choice, in two to four words
   * @param wrong what is wrong, if anything
   * @param remark what stands beside Next otherwise
   * @param restsOn what it rests on now
   */
  public void tell(
      Message shortly, Optional<Message> wrong, Optional<Message> remark, Object restsOn) {
    set(now(shortly, wrong, remark, restsOn));
  }

  /** It can be so, and somebody should look at it. */
  public void warn(Message shortly, Message remark) {
    set(StepState.of(StepState.Kind.ATTENTION, shortly, remark));
  }

  private void set(StepState now) {
    state.set(now);
    changes.set(changes.get() + 1);
  }

  private StepState now(
      Message shortly, Optional<Message> wrong, Optional<Message> remark, Object restsOn) {
    if (wrong.isPresent()) {
      return StepState.of(StepState.Kind.BLOCKED, Message.of("choices.state.wrong"), wrong.get());
    }
    if (restedOn == null) {
      return new StepState(StepState.Kind.SUGGESTED, shortly, remark);
    }
    return restedOn.equals(restsOn)
        ? new StepState(StepState.Kind.DONE, shortly, remark)
        : new StepState(StepState.Kind.ATTENTION, Message.of("choices.state.again"), remark);
  }
}
