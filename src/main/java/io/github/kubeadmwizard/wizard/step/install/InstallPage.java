package io.github.kubeadmwizard.wizard.step.install;

import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.LogFilter;
import io.github.kubeadmwizard.ui.LogView;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.ui.Press;
import io.github.kubeadmwizard.ui.Unrolled;
import io.github.kubeadmwizard.wizard.ClusterDialogs;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.help.Help;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The run: one bar for the whole, a lane for each machine, the log, and what failed. */
public final class InstallPage implements Page {
  private static final double LANE = 46;
  private static final int MOST_LANES = 5;
  private static final int STRIP = 2;

  private final Parts parts;
  private final InstallModel model;
  private final Help help;
  private final VBox root = new VBox();
  private final ScrollPane scroll = new ScrollPane(root);
  private final Label phase = Parts.label("", "strong");
  private final Label time = Parts.label("", "subtitle");
  private final ProgressBar bar = new ProgressBar();
  private final ListView<LaneRow> lanes;
  private final StackPane problem = new StackPane();
  private final Button stop;
  private final HBox asking;
  private final Timeline clock = new Timeline();
  private Optional<Told> told = Optional.empty();
  private Optional<ProblemCard> card = Optional.empty();

  /**
   * What is told above the lanes. While that stays its box does, with the focus in it and the
   * button that is being pressed.
   */
  private sealed interface Told {
    /** What failed, and whether the cause is looked for, where that is said. */
    record Failed(List<Problem> problems, boolean looking) implements Told {}

    /** It was stopped, or has not begun. */
    record Again() implements Told {}

    static Optional<Told> of(InstallModel model) {
      return switch (model.run().get()) {
        case RunState.NotBegun _ -> Optional.of(new Again());
        case RunState.Over(var end, var _, var _) when end == RunEvent.End.STOPPED ->
            Optional.of(new Again());
        case RunState.Over(var end, var _, var _)
            when end == RunEvent.End.FAILED && !model.problems().isEmpty() ->
            Optional.of(
                new Failed(
                    List.copyOf(model.problems()),
                    model.looking().get() && model.mendable().isEmpty()));
        default -> Optional.empty();
      };
    }
  }

  /** Over this model; a failure leads into this help. */
  public InstallPage(Parts parts, InstallModel model, ClusterDialogs dialogs, Help help) {
    this.parts = parts;
    this.model = model;
    this.help = help;
    lanes = new ListView<>(model.lanes());
    lanes.getStyleClass().add("host-list");
    lanes.setId("lanes");
    lanes.setCellFactory(_ -> new LaneCell(parts, Instant::now));
    lanes.setAccessibleText(parts.say(Message.of("wizard.install.lanes")));
    stop = parts.button(Message.of("wizard.install.stop"), Feather.SQUARE, this::askToStop);
    stop.setId("stop");
    stop.setMinWidth(Region.USE_PREF_SIZE); // the sentence beside it wraps
    asking = asking();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setId("progress");
    bar.progressProperty().bind(model.progress());
    root.getStyleClass().add("page");
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true); // a long failure in a small window is scrolled to
    scroll.setFocusTraversable(false);
    var table = new VBox(LaneCell.head(parts), new Unrolled(parts.pieces(), lanes, LANE));
    bar.setMinHeight(8);
    parts.pieces().fill(root, head(), overall(), asking, problem, table);
    parts.pieces().fillLate(root, () -> log(dialogs));
    problem.managedProperty().bind(problem.visibleProperty());
    model.phase().when(parts.inUse()).subscribe(now -> phase.setText(parts.say(now)));
    model.run().when(parts.inUse()).subscribe(this::show);
    parts.whenChanged(model.problems(), () -> show(model.run().get()));
    model.looking().when(parts.inUse()).subscribe((_, _) -> show(model.run().get()));
    parts.whenChanged(model.lanes(), this::heights);
    heights();
    clock.getKeyFrames().add(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
    clock.setCycleCount(Timeline.INDEFINITE);
    parts
        .inUse()
        .subscribe(seen -> {
          if (seen) {
            clock.play();
          } else {
            clock.stop();
          }
        });
  }

  private Node head() {
    var words =
        new VBox(
            parts.title(Message.of("wizard.install.title")),
            Parts.label(parts.say(Message.of("wizard.install.sentence")), "subtitle"));
    words.getStyleClass().add("page-head");
    return Parts.row(words, Parts.grow(), stop);
  }

  private LogView log(ClusterDialogs dialogs) {
    var log = new LogView(parts.words(), model.log(), () -> dialogs.fileToSave("install.log"));
    VBox.setVgrow(log, Priority.ALWAYS);
    log.setMinHeight(90);
    return log;
  }

  private VBox overall() {
    return new VBox(6, Parts.row(phase, Parts.grow(), time), bar);
  }

  /** Stop asks on the page what it will let finish. */
  private HBox asking() {
    var sentence = Parts.label("", "body");
    var yes = parts.button(Message.of("wizard.install.stopNow"), Feather.SQUARE, this::stopNow);
    yes.setId("stop-now");
    var box =
        Parts.row(
            sentence,
            Parts.grow(),
            yes,
            parts.button(Message.of("wizard.install.goOn"), () -> asking.setVisible(false)));
    box.getStyleClass().addAll("card-box", "subtle");
    box.setVisible(false);
    box.managedProperty().bind(box.visibleProperty());
    HBox.setHgrow(sentence, Priority.SOMETIMES);
    return box;
  }

  private void askToStop() {
    var rest = model.letFinish();
    ((Label) asking.getChildren().getFirst())
        .setText(
            parts.say(
                rest.isEmpty()
                    ? Message.of("wizard.install.stopAsk")
                    : Message.of("wizard.install.stopLets", rest)));
    asking.setVisible(true);
    Pieces.focus(asking.lookup("#stop-now"));
  }

  private void stopNow() {
    asking.setVisible(false);
    model.stop();
  }

  private void show(RunState state) {
    boolean going = state instanceof RunState.Going;
    stop.setVisible(going);
    stop.setDisable(state instanceof RunState.Going(var _, boolean stopping) && stopping);
    if (!going) {
      asking.setVisible(false);
    }
    Press.whenOver(problem.getScene(), this::tell);
    heights();
    tick();
  }

  /** The focus goes from what is replaced to what is new at once, so that no key falls between. */
  private void tell() {
    Optional<Told> now = Told.of(model);
    if (now.equals(told)) {
      return;
    }
    told = now;
    card = now.filter(Told.Failed.class::isInstance).map(_ -> card());
    problem.setVisible(now.isPresent());
    problem
        .getChildren()
        .setAll(now.map(_ -> card.map(ProblemCard::node).orElseGet(this::again)).stream().toList());
    heights();
    card.ifPresent(one -> Pieces.whenThere(problem, () -> focus(one)));
  }

  private ProblemCard card() {
    var first = model.mendable().stream().findFirst().orElse(model.problems().getFirst());
    Runnable showLog =
        () -> model.log().filterProperty().set(LogFilter.everything().of(first.host().value()));
    return new ProblemCard(parts, first, model, help, showLog);
  }

  /** Unless the user is just writing, into the search of the log. */
  private static void focus(ProblemCard card) {
    var scene = card.node().getScene();
    if (scene != null && !(scene.getFocusOwner() instanceof TextInputControl)) {
      card.focus();
    }
  }

  private Node again() {
    var again = parts.button(Message.of("wizard.install.resume"), Feather.REFRESH_CW, model::retry);
    again.getStyleClass().add("accent");
    again.setId("retry");
    var box =
        Parts.row(parts.body(Message.of("wizard.install.stopped.remark")), Parts.grow(), again);
    box.getStyleClass().add("card-box");
    return box;
  }

  /** Where a failure is explained, the lanes shrink to a strip; they scroll. */
  private void heights() {
    int most = problem.isVisible() ? STRIP : MOST_LANES;
    double shown = Math.min(most, Math.max(1, model.lanes().size()));
    lanes.setPrefHeight(shown * LANE + 2);
    lanes.setMinHeight(LANE);
  }

  private void tick() {
    time.setText(
        switch (model.run().get()) {
          case RunState.Going(Instant since, boolean _) ->
              parts.say(
                  Message.of(
                      "wizard.install.soFar",
                      LaneCell.text(Duration.between(since, Instant.now()))));
          case RunState.Over(var _, var _, Duration took) ->
              parts.say(Message.of("wizard.install.took", LaneCell.text(took)));
          case RunState.None _, RunState.NotBegun _ -> "";
        });
    if (model.isGoing()) {
      lanes.refresh();
    }
  }

  @Override
  public StepModel model() {
    return model;
  }

  @Override
  public Node node() {
    return scroll;
  }

  @Override
  public boolean isNextTheThingToDo() {
    return model.isDone();
  }

  @Override
  public void shown() {
    Platform.runLater(
        () -> Pieces.whenThere(lanes, () -> Press.whenOver(lanes.getScene(), this::focusLanes)));
  }

  /** They come late: a failure or the question whether to stop may have the focus by then. */
  private void focusLanes() {
    if (!problem.isFocusWithin() && !asking.isFocusWithin()) {
      lanes.requestFocus();
      card.ifPresent(InstallPage::focus);
    }
  }

  @Override
  public boolean leave() {
    return model.isDone();
  }
}
