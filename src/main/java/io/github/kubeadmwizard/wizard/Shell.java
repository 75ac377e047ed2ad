package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.wizard.help.Help;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is around every page: the steps at the left, the way back and forth below. */
final class Shell {
  private static final List<KeyCode> DIGITS =
      List.of(
          KeyCode.DIGIT1,
          KeyCode.DIGIT2,
          KeyCode.DIGIT3,
          KeyCode.DIGIT4,
          KeyCode.DIGIT5,
          KeyCode.DIGIT6,
          KeyCode.DIGIT7,
          KeyCode.DIGIT8,
          KeyCode.DIGIT9,
          KeyCode.DIGIT0);

  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double NARROW_BELOW = 1000;

  private final Parts parts;
  private final Navigation navigation;
  private final Function<Step, StepModel> models;
  private final BiFunction<Step, Parts, Page> make;
  private final Help help;
  private final Map<Step, Kept> pages = new EnumMap<>(Step.class);
  private final BorderPane root = new BorderPane();
  private final StackPane place = new StackPane();
  private final Label remark = Parts.label("", "remark");
  private final Button back;
  private final Button next;
  private Optional<javafx.util.Subscription> watched = Optional.empty();

  /** A page that was made, and whether it is the one that is seen. */
  private record Kept(Page page, Parts parts, BooleanProperty seen) {}

  /**
   * @param models what every step knows
   * @param make makes a step's page of parts of its own; asked once, when the step is shown first
   * @param above the cluster's menu, above the steps
   * @param below what stands below the steps: whether all is saved, the language
   * @param help stands beside the page when it is asked for
   */
  Shell(
      Parts parts,
      Navigation navigation,
      Function<Step, StepModel> models,
      BiFunction<Step, Parts, Page> make,
      Node above,
      Node below,
      Help help) {
    this.parts = parts;
    this.navigation = navigation;
    this.models = models;
    this.make = make;
    this.help = help;
    back = parts.button(Message.of("wizard.back"), Feather.CHEVRON_LEFT, navigation::back);
    next = parts.button(Message.of("wizard.next"), this::forth);
    next.getStyleClass().add("accent");
    next.setDefaultButton(true);
    next.setId("next");
    back.setId("back");
    parts.pieces().thenAlone(() -> {}); // what is around all is styled first
    var sidebar = sidebar(above, below);
    sidebar.visibleProperty().bind(help.needsSteps().not());
    sidebar.managedProperty().bind(sidebar.visibleProperty());
    root.setLeft(sidebar);
    place.setMinSize(0, 0);
    place.setAlignment(Pos.TOP_LEFT); // a page too tall for its place keeps its beginning
    var middle = new BorderPane(help.around(place, root.widthProperty()));
    middle.setBottom(footer());
    root.setCenter(middle);
    root.getStyleClass().add("wizard");
    root.widthProperty().subscribe(_ -> narrow());
    help.taken()
        .subscribe(_ -> {
          narrow();
          Platform.runLater(
              this::focusSomewhere); // closed, it gives back what it took, or has none
        });
    listenToKeys();
    parts.pieces().then(this::show);
    navigation
        .current()
        .when(parts.inUse())
        .subscribe((_, _) -> parts.pieces().first(this::show)); // after the steps have changed
    navigation.locked().when(parts.inUse()).subscribe(_ -> enable());
  }

  BorderPane root() {
    return root;
  }

  private void narrow() {
    boolean narrow = root.getWidth() - help.taken().get() < NARROW_BELOW;
    root.pseudoClassStateChanged(NARROW, narrow);
  }

  private Page page(Step step) {
    return kept(step).page();
  }

  private Kept kept(Step step) {
    return pages.computeIfAbsent(
        step,
        _ -> {
          var seen = new SimpleBooleanProperty(true);
          var ofPage = parts.ofPage(seen);
          return new Kept(make.apply(step, ofPage), ofPage, seen);
        });
  }

  private VBox sidebar(Node above, Node below) {
    var sidebar = new VBox();
    sidebar.getStyleClass().add("sidebar");
    sidebar.getChildren().add(above);
    var steps = new VBox();
    steps.getStyleClass().add("steps");
    for (Step step : Step.all()) {
      parts
          .pieces()
          .fillLate(steps, () -> new StepButton(parts, navigation, models.apply(step)).node());
    }
    sidebar.getChildren().addAll(steps, Parts.grow(), below);
    return sidebar;
  }

  private HBox footer() {
    remark.setTextAlignment(javafx.scene.text.TextAlignment.RIGHT);
    var asked = help.button(navigation.current()::get);
    var footer = new HBox(16, asked, back, Parts.grow(), remark, next);
    HBox.setHgrow(remark, javafx.scene.layout.Priority.SOMETIMES);
    footer.setAlignment(Pos.CENTER_LEFT);
    footer.getStyleClass().add("footer");
    return footer;
  }

  private void show() {
    Kept kept = kept(navigation.current().get());
    Page page = kept.page();
    watched.ifPresent(javafx.util.Subscription::unsubscribe);
    watched = Optional.of(page.model().state().when(parts.inUse()).subscribe(this::remark));
    pages.values().forEach(other -> see(other, other.equals(kept)));
    next.setText(parts.say(page.next()));
    next.setGraphic(new FontIcon(Feather.CHEVRON_RIGHT));
    next.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    page.shown();
    help.follow(page.model().step());
    // after what the page does, and when it is whole
    kept.parts().pieces().then(() -> Platform.runLater(this::focusSomewhere));
  }

  /** Pages stay where their styles are worked out, unseen; taken away they would lose them. */
  private void see(Kept kept, boolean seen) {
    Node node = kept.page().node();
    kept.seen().set(seen);
    node.setVisible(seen);
    node.setManaged(seen);
    if (seen && node.getParent() == null) {
      place.getChildren().add(node);
      // a scroll pane has no content before, and nothing in it could take the focus
      node.applyCss();
    }
  }

  /**
   * Where neither the page nor the help has the focus the page's first control gets it, or else the
   * way on.
   */
  private void focusSomewhere() {
    if (root.getScene() == null || !parts.inUse().get()) {
      return;
    }
    Node owner = root.getScene().getFocusOwner();
    for (Node at = owner; at != null; at = at.getParent()) {
      if (at.equals(place.getParent())) {
        return;
      }
    }
    var way = next.isVisible() && !next.isDisabled() ? next : back;
    Pieces.focus(firstOf(place).orElse(way));
  }

  private static Optional<Node> firstOf(Node node) {
    if (!node.isVisible() || node.isDisabled()) {
      return Optional.empty();
    }
    if (node.isFocusTraversable()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .flatMap(child -> firstOf(child).stream())
            .findFirst()
        : Optional.empty();
  }

  private void accent() {
    boolean leads = page(navigation.current().get()).isNextTheThingToDo();
    next.setDefaultButton(leads);
    next.getStyleClass().remove("accent");
    if (leads) {
      next.getStyleClass().add("accent");
    }
  }

  private void enable() {
    Step step = navigation.current().get();
    back.setVisible(step != Step.HOSTS);
    back.setDisable(navigation.locked().get());
    next.setVisible(step != Step.READY);
    boolean works = models.apply(step).state().getValue().kind() == StepState.Kind.RUNNING;
    next.setDisable(navigation.locked().get() || works); // or a press would be lost without a word
  }

  private void remark(StepState state) {
    accent();
    enable();
    Optional<Message> said = state.remark();
    remark.setText(said.map(parts::say).orElse(""));
    remark.setGraphic(said.isEmpty() ? null : icon(state.kind()));
    remark.getStyleClass().setAll("label", "remark", StepButton.role(state.kind()));
  }

  private static Node icon(StepState.Kind kind) {
    return switch (kind) {
      case ATTENTION -> Parts.icon(Feather.ALERT_TRIANGLE, "attention");
      case BLOCKED -> Parts.icon(Feather.X_OCTAGON, "bad");
      case RUNNING -> Parts.icon(Feather.LOADER, "running");
      case DONE -> Parts.icon(Feather.CHECK_CIRCLE, "good");
      case NOT_YET, SUGGESTED -> Parts.icon(Feather.INFO, "quiet");
    };
  }

  private void forth() {
    if (page(navigation.current().get()).leave()) {
      navigation.forth();
    }
  }

  /** Leads to the next step that needs the user, whichever page it is on. */
  private void toNextInNeed(boolean backwards) {
    List<Step> steps = Step.all();
    int now = steps.indexOf(navigation.current().get());
    for (int i = 1; i <= steps.size(); i++) {
      Step step = steps.get(Math.floorMod(backwards ? now - i : now + i, steps.size()));
      StepState.Kind kind = models.apply(step).state().getValue().kind();
      boolean needs = kind == StepState.Kind.BLOCKED || kind == StepState.Kind.ATTENTION;
      if (needs && navigation.isOpen(step)) {
        navigation.go(step);
        var _ = page(step).leave();
        return;
      }
    }
  }

  /** At the scene, which hears keys also while a page comes and nothing on it has the focus yet. */
  private void listenToKeys() {
    EventHandler<KeyEvent> first = this::key;
    EventHandler<KeyEvent> last = help::keyLeftOver;
    root.sceneProperty()
        .subscribe((before, now) -> {
          if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, first);
            before.removeEventHandler(KeyEvent.KEY_PRESSED, last);
          }
          if (now != null) {
            now.addEventFilter(KeyEvent.KEY_PRESSED, first);
            now.addEventHandler(KeyEvent.KEY_PRESSED, last);
          }
        });
  }

  private void key(KeyEvent event) {
    help.key(event, navigation.current().get());
    if (event.getCode() == KeyCode.F8) {
      toNextInNeed(event.isShiftDown());
      event.consume();
    }
    for (int i = 0; i < DIGITS.size(); i++) {
      if (new KeyCodeCombination(DIGITS.get(i), KeyCombination.SHORTCUT_DOWN).match(event)
          && navigation.isOpen(Step.all().get(i))) {
        navigation.go(Step.all().get(i));
        event.consume();
      }
    }
  }
}
