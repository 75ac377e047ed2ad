package io.github.kubeadmwizard.wizard.help;

import io.github.kubeadmwizard.help.Library;
import io.github.kubeadmwizard.help.Place;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Step;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The help of a window: the ways into it, and its panel beside the page. A small window gives it
 * the place of the steps, so that the page stays whole while one reads.
 */
public final class Help {
  private static final double PANEL = 360;
  private static final double SMALL_PANEL = 320;
  private static final double WIDE = 1150;

  private final Parts parts;
  private final HelpModel model;
  private final Library library;
  private final Consumer<String> browser;
  private final ReadOnlyDoubleWrapper taken = new ReadOnlyDoubleWrapper();
  private final ReadOnlyBooleanWrapper needsSteps = new ReadOnlyBooleanWrapper();
  private final StackPane around = new StackPane();
  private final FocusInHelp focus = new FocusInHelp();
  private @Nullable HelpPanel panel;
  private double width;

  /**
   * @param browser opens an address of the world
   */
  public Help(Parts parts, HelpModel model, Library library, Consumer<String> browser) {
    this.parts = parts;
    this.model = model;
    this.library = library;
    this.browser = browser;
  }

  /** The (?) of a page. */
  public Button button(Supplier<Step> step) {
    var button =
        parts.iconButton(Message.of("wizard.help.key"), Feather.HELP_CIRCLE, () -> ask(step.get()));
    button.setId("help-button");
    return button;
  }

  /**
   * Puts the panel beside a place or over it.
   *
   * @param window how wide the window is
   */
  public Region around(Region place, ReadOnlyDoubleProperty window) {
    var seen = new Rectangle();
    seen.widthProperty().bind(place.widthProperty());
    seen.heightProperty().bind(place.heightProperty());
    place.setClip(seen); // beside the panel a page has less room than it may want
    around.getChildren().add(place);
    around.setMinSize(0, 0);
    window.subscribe(now -> {
      width = now.doubleValue();
      arrange();
    });
    model.view().when(parts.inUse()).subscribe(_ -> arrange());
    return around;
  }

  /** What the panel takes from the page's width. */
  public ReadOnlyDoubleProperty taken() {
    return taken.getReadOnlyProperty();
  }

  /** Whether it needs the place of the steps. */
  public ReadOnlyBooleanProperty needsSteps() {
    return needsSteps.getReadOnlyProperty();
  }

  /** Opens the part about a page, or closes it where that is shown. */
  public void ask(Step step) {
    Place place = HelpModel.placeOf(step);
    if (model.view().get().equals(new HelpModel.View.At(place))) {
      model.close();
    } else {
      model.open(place);
    }
  }

  /** F1 asks for help. */
  public void key(KeyEvent event, Step step) {
    if (event.getCode() == KeyCode.F1) {
      ask(step);
      event.consume();
    }
  }

  /** Esc closes the help, where nothing else wanted it. */
  public void keyLeftOver(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && model.isOpen()) {
      model.close();
      event.consume();
    }
  }

  /** Says what the program is made of. */
  public void about() {
    AboutBox.show(parts, around.getScene().getWindow(), browser);
  }

  /** Another page is shown. */
  public void follow(Step step) {
    model.follow(step);
  }

  /** A way to the first of these anchors that a document has; empty where it has none. */
  public Optional<Hyperlink> link(Message text, String document, String... anchors) {
    return Arrays.stream(anchors)
        .map(anchor -> new Place(document, anchor))
        .filter(library::has)
        .findFirst()
        .map(place -> {
          var link = parts.link(text, () -> model.open(place));
          link.setId("help-link");
          return link;
        });
  }

  private void arrange() {
    boolean open = model.isOpen();
    boolean opens = open && around.getChildren().size() == 1;
    double panelWidth = width >= WIDE ? PANEL : SMALL_PANEL;
    taken.set(open ? panelWidth : 0);
    StackPane.setMargin(around.getChildren().getFirst(), new Insets(0, taken.get(), 0, 0));
    needsSteps.set(open && width < WIDE);
    if (open) {
      panel().node().setMinWidth(panelWidth);
      panel().node().setMaxWidth(panelWidth);
    }
    if (opens) {
      HelpPanel made = panel();
      around.getChildren().add(made.node());
      if (around.getScene() != null) {
        focus.take(made, around.getScene());
      }
    } else if (!open && around.getChildren().size() > 1) {
      around.getChildren().remove(1);
      focus.giveBack();
    }
  }

  private HelpPanel panel() {
    if (panel == null) {
      panel = new HelpPanel(parts, model, library, browser, this::about);
      StackPane.setAlignment(panel.node(), Pos.TOP_RIGHT);
    }
    return panel;
  }
}
