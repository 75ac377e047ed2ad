package io.github.kubeadmwizard.ui;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A part of what is shown, made when it is first asked for and the same from then on. {@link
 * Pieces} ask for it in its turn, whoever needs it before has it made. On the JavaFX thread.
 */
public final class Late<T> {
  private final Supplier<T> make;
  private @Nullable T made;

  /** Made by this. */
  public Late(Supplier<T> make) {
    this.make = make;
  }

  /** The part itself. */
  public T get() {
    if (made == null) {
      made = make.get();
    }
    return made;
  }
}
