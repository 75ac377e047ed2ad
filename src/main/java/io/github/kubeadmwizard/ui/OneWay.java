package io.github.kubeadmwizard.ui;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Says what a choice is called, for lists in which nobody types. */
final class OneWay<T> extends StringConverter<T> {
  private final Function<T, String> name;

  OneWay(Function<T, String> name) {
    this.name = name;
  }

  @Override
  public String toString(@Nullable T choice) {
    return choice == null ? "" : name.apply(choice);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException("nobody types here");
  }
}
