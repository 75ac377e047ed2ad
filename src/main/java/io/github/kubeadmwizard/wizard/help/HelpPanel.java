package io.github.kubeadmwizard.wizard.help;

import io.github.kubeadmwizard.help.Contents;
import io.github.kubeadmwizard.help.Document;
import io.github.kubeadmwizard.help.Library;
import io.github.kubeadmwizard.help.Place;
import io.github.kubeadmwizard.help.Target;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Sight;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Shows what is open of the help, with the ways through it above. */
final class HelpPanel {
  private static final double ABOVE = 8;

  /** So many parts of a document fill the panel below what is to be seen at its top. */
  private static final int PANELFUL = 20;

  private static final Duration TYPING = Duration.millis(250);

  private final Parts parts;
  private final HelpModel model;
  private final Library library;
  private final Consumer<String> browser;
  private final Runnable about;
  private final HelpTexts texts;
  private final BorderPane root = new BorderPane();
  private final ScrollPane scroll = new ScrollPane();
  private final TextField search = new TextField();
  private final Map<HelpModel.View, Double> left = new HashMap<>();
  private HelpModel.View shown = new HelpModel.View.Closed();
  private Optional<Aim> aim = Optional.empty();
  private boolean returning;
  private BooleanProperty coming = new SimpleBooleanProperty();
  private final CompletableFuture<Contents> contents;

  /**
   * What is to be seen at the top.
   *
   * @param before how far down it was when it was left
   */
  private record Aim(DocumentNode drawn, String anchor, Optional<Double> before) {}

  /**
   * @param browser opens an address of the world
   * @param about says what the program is made of
   */
  HelpPanel(
      Parts parts, HelpModel model, Library library, Consumer<String> browser, Runnable about) {
    this.parts = parts;
    this.model = model;
    this.library = library;
    this.browser = browser;
    this.about = about;
    texts = new HelpTexts(parts.words());
    // the first who asks for them finds them read, or waits beside the screen
    contents = CompletableFuture.supplyAsync(() -> new Contents(library));
    root.getStyleClass().add("help");
    root.setId("help");
    root.setTop(head());
    root.setCenter(scroll);
    scroll.setId("help-text");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(true);
    scroll.setAccessibleText(parts.say(Message.of("wizard.help")));
    scroll.addEventFilter(ScrollEvent.SCROLL, _ -> aim = Optional.empty());
    scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> aim = Optional.empty());
    scroll.addEventFilter(KeyEvent.KEY_PRESSED, _ -> aim = Optional.empty());
    root.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .when(parts.inUse())
        .subscribe(this::reveal);
    model.view().when(parts.inUse()).subscribe(this::show);
  }

  Region node() {
    return root;
  }

  /** For the arrows to scroll it. */
  void takeFocus() {
    scroll.requestFocus();
  }

  private VBox head() {
    var back = parts.iconButton(Message.of("wizard.help.back"), Feather.ARROW_LEFT, this::goBack);
    back.setId("help-back");
    back.disableProperty().bind(model.canGoBack().not());
    var all =
        parts.iconButton(
            Message.of("wizard.help.contents"),
            Feather.LIST,
            () -> model.show(new HelpModel.View.Contents()));
    all.setId("help-contents");
    var close = parts.iconButton(Message.of("wizard.close"), Feather.X, model::close);
    close.setId("help-close");
    var title = Parts.label(parts.say(Message.of("wizard.help")), "strong");
    search.setId("help-search");
    search.setPromptText(parts.say(Message.of("wizard.help.search")));
    search.setAccessibleText(search.getPromptText());
    var pause = new PauseTransition(TYPING);
    pause.setOnFinished(_ -> search());
    search.textProperty().subscribe((_, _) -> pause.playFromStart());
    search.setOnAction(_ -> search());
    var head = new VBox(Parts.row(back, all, title, Parts.grow(), close), search);
    head.getStyleClass().add("help-head");
    return head;
  }

  private void search() {
    if (!search.getText().isBlank()) {
      model.show(new HelpModel.View.Found(search.getText().strip()));
    }
  }

  private void goBack() {
    returning = true;
    model.back();
    returning = false;
  }

  private void show(HelpModel.View view) {
    left.put(shown, scroll.getVvalue());
    shown = view;
    coming.set(false);
    if (view instanceof HelpModel.View.Closed) {
      scroll.setContent(null);
      left.clear();
      return;
    }
    if (!(view instanceof HelpModel.View.Found)) {
      search.clear();
    }
    var read = read(view);
    if (read.isDone()) {
      draw(view);
    } else {
      var _ = read.thenRun(() -> Platform.runLater(() -> drawIfStill(view)));
    }
  }

  /** What it needs, read beside the screen. */
  private CompletableFuture<?> read(HelpModel.View view) {
    if (!(view instanceof HelpModel.View.At(Place place))) {
      return contents;
    }
    return library.isRead(place.document())
        ? CompletableFuture.completedFuture(place)
        : CompletableFuture.supplyAsync(() -> library.document(place.document()));
  }

  private void drawIfStill(HelpModel.View view) {
    if (shown.equals(view)) {
      draw(view);
    }
  }

  /**
   * Comes part by part. Where it is not shown from its beginning it is seen as soon as there is
   * enough of it to stay where it is.
   */
  private void draw(HelpModel.View view) {
    Document document = document(view);
    var drawn = new DocumentNode(parts.words(), link -> work(document, link));
    var content = drawn.node();
    if (library.isForeign(document)) {
      content.getChildren().add(parts.hint(Message.of("wizard.help.notTranslated")));
    }
    scroll.setContent(content);
    scroll.setVvalue(0);
    Optional<Double> before = returning ? Optional.ofNullable(left.get(view)) : Optional.empty();
    String anchor = view instanceof HelpModel.View.At(Place place) ? place.anchor() : "";
    var one = new Aim(drawn, anchor, before);
    aim = Optional.empty();
    coming.set(false);
    coming = new SimpleBooleanProperty(true);
    var pieces = parts.ofPage(coming).pieces();
    if (anchor.isEmpty() && before.isEmpty()) {
      aimAt(one);
    } else {
      content.setOpacity(0);
    }
    var below = new AtomicInteger();
    drawn.fill(
        document,
        pieces,
        () -> {
          if (before.isEmpty()
              && drawn.at(anchor).isPresent()
              && below.incrementAndGet() == PANELFUL) {
            aimAt(one);
          }
        });
    pieces.then(() -> {
      if (content.getOpacity() == 0) {
        aimAt(one);
      }
    });
    content.heightProperty().subscribe(() -> Platform.runLater(this::lead));
  }

  private void aimAt(Aim one) {
    aim = Optional.of(one);
    Platform.runLater(() -> {
      lead();
      one.drawn().node().setOpacity(1);
    });
  }

  /** Until the user scrolls: heights are true only when every table has seen its width. */
  private void lead() {
    aim.filter(one -> one.drawn().node().equals(scroll.getContent()) && scroll.getScene() != null)
        .ifPresent(one -> {
          scroll.applyCss();
          scroll.layout();
          scroll.setVvalue(one.before().orElseGet(() -> height(one)));
        });
  }

  /** Tab goes from link to link; the one that it comes to is brought into sight. */
  private void reveal(@Nullable Node focused) {
    if (focused instanceof Text) {
      Sight.around(focused)
          .filter(scroll::equals)
          .ifPresent(ours -> Sight.bring(ours, focused, ours.getViewportBounds().getHeight() / 3));
    }
  }

  private double height(Aim one) {
    var content = one.drawn().node();
    double room = content.getHeight() - scroll.getViewportBounds().getHeight();
    return one.drawn()
        .at(one.anchor())
        .filter(_ -> room > 0)
        .map(node -> content.sceneToLocal(node.localToScene(0, 0)).getY() - ABOVE)
        .map(y -> Math.clamp(y / room, 0, 1))
        .orElse(0.0);
  }

  private Document document(HelpModel.View view) {
    return switch (view) {
      case HelpModel.View.At(Place place) ->
          library.document(place.document()).orElseGet(texts::missing);
      case HelpModel.View.Contents _ -> texts.contents(contents.join());
      case HelpModel.View.Found(String query) -> texts.found(query, contents.join().search(query));
      case HelpModel.View.Closed _ -> texts.missing();
    };
  }

  private Optional<Runnable> work(Document from, String link) {
    if (link.equals(HelpTexts.ABOUT)) {
      return Optional.of(about);
    }
    return switch (library.target(from, link)) {
      case Target.Inside(Place place) -> Optional.of(() -> model.open(place));
      case Target.Outside(String address) -> Optional.of(() -> browser.accept(address));
      case Target.Nowhere _ -> Optional.empty();
    };
  }
}
