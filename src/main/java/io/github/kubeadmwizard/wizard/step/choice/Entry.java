package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.text.Message;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A text that somebody types, right or not yet. It lives in a model, so that neither Back nor
 * another language loses it; the choices take it whenever its form is right.
 */
public final class Entry {
  private final StringProperty text = new SimpleStringProperty("");
  private final BooleanProperty left = new SimpleBooleanProperty();
  private final Function<String, Optional<Message>> form;
  private final Consumer<String> take;
  private final Supplier<Optional<Message>> fit;
  private final ReadOnlyObjectWrapper<Optional<Message>> wrong =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private String chosen = "";
  private boolean taking;
  private boolean following;

  /**
   * @param form what is wrong with a text by itself
   * @param take puts a text of the right form among the choices
   * @param fit what is wrong with it beside the other choices, asked after it was taken
   */
  public Entry(
      Function<String, Optional<Message>> form,
      Consumer<String> take,
      Supplier<Optional<Message>> fit) {
    this.form = form;
    this.take = take;
    this.fit = fit;
    text.subscribe((_, _) -> typed());
  }

  /** A text whose form alone decides. */
  public Entry(Function<String, Optional<Message>> form, Consumer<String> take) {
    this(form, take, Optional::empty);
  }

  private void typed() {
    if (!following && form.apply(value()).isEmpty()) {
      taking = true;
      take.accept(value());
      taking = false;
    }
    recheck();
  }

  /** What is typed. */
  public StringProperty text() {
    return text;
  }

  /** What is typed, without blanks around it. */
  public String value() {
    return text.get() == null ? "" : text.get().strip();
  }

  /** Whether its form is right. */
  public boolean isRight() {
    return form.apply(value()).isEmpty();
  }

  /** Whether the field was left once, so that what is wrong may be shown. */
  public BooleanProperty left() {
    return left;
  }

  /** What is wrong with it. */
  public ReadOnlyObjectProperty<Optional<Message>> wrong() {
    return wrong.getReadOnlyProperty();
  }

  /** Looks again, after something else changed. */
  public void recheck() {
    wrong.set(form.apply(value()).or(fit));
  }

  /**
   * The choices say this now. What was typed stays unless they came to say something else, for it
   * may be written in another way, or not be right yet.
   */
  public void follow(String now) {
    boolean other = !taking && !now.equals(chosen);
    chosen = now;
    if (other) {
      following = true;
      text.set(now);
      following = false;
    }
    recheck();
  }
}
