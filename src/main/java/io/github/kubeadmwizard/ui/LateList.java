package io.github.kubeadmwizard.ui;

import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.CellSkinBase;
import javafx.scene.control.skin.ComboBoxBaseSkin;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A closed combo box without its list: JavaFX makes and styles a whole list view for each of them,
 * which is most of what a page of them costs. It is made when the box is pointed at, opened or
 * given the focus.
 */
public final class LateList<T> extends ComboBoxBaseSkin<T> {
  /** JavaFX's own skin is at least this wide, in pixels, and leaves so much beside its list. */
  private static final double LEAST = 50;

  private static final double BAR = 30;

  private final ComboBox<T> box;
  private final Shown<T> shown = new Shown<>();
  private final EventHandler<MouseEvent> pointer = _ -> awake();
  private final Subscription watched;

  private LateList(ComboBox<T> box) {
    super(box);
    this.box = box;
    box.addEventFilter(MouseEvent.MOUSE_ENTERED, pointer);
    box.addEventFilter(MouseEvent.MOUSE_PRESSED, pointer);
    watched =
        changes(box.focusedProperty(), this::wakeIfFocused)
            .and(changes(box.valueProperty(), this::say))
            .and(changes(box.converterProperty(), this::say));
    say();
  }

  private static Subscription changes(ObservableValue<?> value, Runnable then) {
    return value.subscribe((_, _) -> then.run());
  }

  /** Lets this one have its list late. */
  public static <T> ComboBox<T> of(ComboBox<T> box) {
    box.setSkin(new LateList<>(box));
    return box;
  }

  private void wakeIfFocused() {
    if (box.isFocused()) {
      awake();
    }
  }

  private void awake() {
    if (equals(box.getSkin())) {
      box.setSkin(new ComboBoxListViewSkin<>(box));
    }
  }

  private void say() {
    shown.show(box.getValue(), text(box.getValue()));
    box.requestLayout();
  }

  private String text(@Nullable T value) {
    return box.getConverter() == null
        ? Objects.toString(value, "")
        : box.getConverter().toString(value);
  }

  @Override
  public Node getDisplayNode() {
    return shown;
  }

  @Override
  public void show() {
    awake();
  }

  @Override
  public void hide() {
    // it is never open
  }

  @Override
  protected double computeMinWidth(
      double height, double top, double right, double bottom, double left) {
    return LEAST;
  }

  /** As wide as the widest of its values, as it is with the list. */
  @Override
  protected double computePrefWidth(
      double height, double top, double right, double bottom, double left) {
    double around = shown.getFont().getSize() + BAR; // a line of the list has half an em each side
    double widest = box.getItems().stream().mapToDouble(item -> width(text(item))).max().orElse(0);
    return Math.max(
        Math.max(LEAST, around + widest), super.computePrefWidth(height, top, right, bottom, left));
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    String given = box.getAccessibleText();
    return attribute == AccessibleAttribute.TEXT
        ? given == null || given.isEmpty() ? shown.getText() : given
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private double width(String text) {
    var measured = new Text(text);
    measured.setFont(shown.getFont());
    return Math.ceil(measured.getLayoutBounds().getWidth());
  }

  @Override
  public void dispose() {
    watched.unsubscribe();
    box.removeEventFilter(MouseEvent.MOUSE_ENTERED, pointer);
    box.removeEventFilter(MouseEvent.MOUSE_PRESSED, pointer);
    super.dispose();
  }

  /** The chosen value, styled as the closed box styles it. */
  private static final class Shown<T> extends Cell<T> {
    Shown() {
      getStyleClass().addAll("indexed-cell", "list-cell");
      setMouseTransparent(true);
      setAccessibleRole(AccessibleRole.NODE);
      setFocusTraversable(false);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
      return new CellSkinBase<>(this);
    }

    void show(@Nullable T value, String text) {
      updateItem(value, value == null);
      setText(text);
    }
  }
}
