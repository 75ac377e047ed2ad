package io.github.kubeadmwizard.wizard.help;

import io.github.kubeadmwizard.help.Place;
import io.github.kubeadmwizard.wizard.Step;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What of the help is shown, and the way back. It outlives a change of language. */
public final class HelpModel {
  private static final String WIZARD = "wizard.md";
  private static final int LONGEST_WAY = 50;

  private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>(new View.Closed());
  private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
  private final Deque<View> way = new ArrayDeque<>();

  /** What is shown. */
  public sealed interface View {
    /** Nothing. */
    record Closed() implements View {}

    /** A place of the documentation. */
    record At(Place place) implements View {}

    /** The list of all documents. */
    record Contents() implements View {}

    /** What was found for these words. */
    record Found(String query) implements View {}
  }

  /** The part of the documentation that is about a page. */
  public static Place placeOf(Step step) {
    return new Place(WIZARD, step.name().toLowerCase(Locale.ROOT));
  }

  /** What is shown now. */
  public ReadOnlyObjectProperty<View> view() {
    return view.getReadOnlyProperty();
  }

  /** Whether there is a way back. */
  public ReadOnlyBooleanProperty canGoBack() {
    return canGoBack.getReadOnlyProperty();
  }

  /** Whether anything is shown. */
  public boolean isOpen() {
    return !(view.get() instanceof View.Closed);
  }

  /** Shows something; what was shown before is what "back" leads to. */
  public void show(View next) {
    View before = view.get();
    if (before.equals(next)) {
      return;
    }
    boolean sameSearch = before instanceof View.Found && next instanceof View.Found;
    if (isOpen() && !sameSearch) {
      way.push(before);
      if (way.size() > LONGEST_WAY) {
        way.removeLast();
      }
    }
    to(next);
  }

  /** Shows a place. */
  public void open(Place place) {
    show(new View.At(place));
  }

  /** The page of another step is shown: help that is about a page follows. */
  public void follow(Step step) {
    boolean aboutAPage =
        view.get() instanceof View.At(Place place)
            && Step.all().stream().anyMatch(one -> placeOf(one).equals(place));
    if (aboutAPage) {
      to(new View.At(placeOf(step)));
    }
  }

  /** To what was shown before. */
  public void back() {
    if (!way.isEmpty()) {
      to(way.pop());
    }
  }

  /** Shows nothing; the way back is forgotten. */
  public void close() {
    way.clear();
    to(new View.Closed());
  }

  private void to(View next) {
    view.set(next);
    canGoBack.set(!way.isEmpty());
  }
}
