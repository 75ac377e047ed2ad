package io.github.kubeadmwizard.wizard.step.choice;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.LateList;
import io.github.kubeadmwizard.ui.Parts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One value out of a few, with its name above. */
public final class Pick<T> {
  private final Parts parts;
  private final ComboBox<T> box = LateList.of(new ComboBox<>());
  private final VBox node;
  private boolean following;

  /**
   * @param say the words of a value
   * @param choose hears what the user picked
   */
  public Pick(
      Parts parts,
      Message name,
      List<T> values,
      Function<T, Message> say,
      Consumer<T> choose,
      String id) {
    this.parts = parts;
    box.getItems().setAll(values);
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable T value) {
            return value == null ? "" : parts.say(say.apply(value));
          }

          @Override
          public @Nullable T fromString(String text) {
            return null;
          }
        });
    box.setId(id);
    box.setMaxWidth(Double.MAX_VALUE);
    box.setAccessibleText(parts.say(name));
    box.valueProperty()
        .subscribe((_, value) -> {
          if (!following && value != null) {
            choose.accept(value);
          }
        });
    var label = Parts.label(parts.say(name), "field-name");
    label.setLabelFor(box);
    node = new VBox(4, label, box);
  }

  /** Offers other values when this changes; one that is chosen should be among them. */
  public Pick<T> offering(ObservableValue<?> when, java.util.function.Supplier<List<T>> values) {
    when.when(parts.inUse())
        .subscribe(_ -> {
          if (!box.getItems().equals(values.get())) {
            following = true;
            box.getItems().setAll(values.get());
            following = false;
          }
        });
    return this;
  }

  /** Shows what the choices say, now and when this changes. */
  public Pick<T> following(ObservableValue<?> when, java.util.function.Supplier<T> now) {
    when.when(parts.inUse())
        .subscribe(_ -> {
          following = true;
          box.setValue(now.get());
          following = false;
        });
    return this;
  }

  /** A remark below, always there. */
  public Pick<T> hint(Label hint) {
    node.getChildren().add(hint);
    return this;
  }

  /** This wide, in pixels. */
  public Pick<T> width(double width) {
    node.setPrefWidth(width);
    node.setMaxWidth(width);
    return this;
  }

  /** The control itself. */
  public ComboBox<T> box() {
    return box;
  }

  /** Name, control and remark. */
  public VBox node() {
    return node;
  }
}
