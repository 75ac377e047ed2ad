package io.github.kubeadmwizard.wizard.step.review;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.LateList;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.ui.Unrolled;
import io.github.kubeadmwizard.ui.YamlView;
import io.github.kubeadmwizard.wizard.ActionPreview;
import io.github.kubeadmwizard.wizard.ClusterDialogs;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.step.review.ReviewModel.Reviewed;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The choices at the left; at the right kubeadm's files, and what will change on each machine. */
public final class ReviewPage implements Page {
  private static final double CHOICES = 300;
  private static final double ROW = 32; // about what the style sheet makes of it

  private final Parts parts;
  private final ReviewModel model;
  private final Consumer<Step> go;
  private final ClusterDialogs dialogs;
  private final Consumer<Reviewed> install;
  private final VBox root = new VBox();
  private final VBox choices = new VBox(12);
  private final VBox stoppers = new VBox(4);
  private final ComboBox<String> file = LateList.of(new ComboBox<>());
  private final YamlView yaml;
  private final StackPane files = new StackPane();
  private final TreeView<Row> changes = new TreeView<>(new TreeItem<>());

  /** A row of what will change: a machine, a phase of it, an action. */
  private record Row(String text, Optional<Action> action) {}

  /**
   * @param go leads to the step where a choice was made
   * @param install begins to make exactly what is shown
   */
  public ReviewPage(
      Parts parts,
      ReviewModel model,
      Consumer<Step> go,
      ClusterDialogs dialogs,
      Consumer<Reviewed> install) {
    this.install = install;
    this.parts = parts;
    this.model = model;
    this.go = go;
    this.dialogs = dialogs;
    yaml = new YamlView(parts.words(), parts.pieces());
    root.getStyleClass().add("page");
    var scroll = new ScrollPane(choices);
    scroll.setFitToWidth(true);
    scroll.setMinWidth(CHOICES);
    scroll.setPrefWidth(CHOICES);
    var tabs = tabs();
    HBox.setHgrow(tabs, Priority.ALWAYS);
    var both = new HBox(24, scroll);
    VBox.setVgrow(both, Priority.ALWAYS);
    stoppers.managedProperty().bind(stoppers.visibleProperty());
    parts.pieces().fill(root, head(), stoppers, both);
    parts.pieces().fill(both, tabs);
    add(tabs, Message.of("wizard.review.files"), files);
    add(
        tabs,
        Message.of("wizard.review.changes"),
        new Unrolled(parts.pieces(), changes, ROW)); // row by row, seen or not
    parts.pieces().fill(files, yaml);
    model.draft().specProperty().when(parts.inUse()).subscribe(_ -> showChoices());
    model.reviewed().when(parts.inUse()).subscribe(this::show);
    model.state().when(parts.inUse()).subscribe(_ -> showStoppers());
    model.settled().when(parts.inUse()).subscribe((_, now) -> lookAgain(now));
  }

  private Node head() {
    var export = parts.button(Message.of("wizard.review.export"), Feather.DOWNLOAD, this::export);
    export.setId("export");
    export.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    model.reviewed().when(parts.inUse()).subscribe(done -> export.setDisable(done.isEmpty()));
    var words =
        new VBox(
            parts.title(Message.of("wizard.review.title")),
            Parts.label(parts.say(Message.of("wizard.review.sentence")), "subtitle"));
    words.getStyleClass().add("page-head");
    return Parts.row(words, Parts.grow(), export);
  }

  private void add(TabPane tabs, Message title, Node content) {
    parts.pieces().then(() -> tabs.getTabs().add(new Tab(parts.say(title), content)));
  }

  private TabPane tabs() {
    file.setAccessibleText(parts.say(Message.of("wizard.review.file")));
    file.valueProperty().subscribe((_, _) -> showFile());
    yaml.tools().getChildren().addFirst(file);
    changes.setShowRoot(false);
    changes.setId("changes");
    changes.setCellFactory(_ -> new RowCell());
    var tabs = new TabPane();
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setId("review-tabs");
    tabs.setAccessibleText(parts.say(Message.of("wizard.step.review")));
    return tabs;
  }

  private void showChoices() {
    choices.getChildren().clear();
    ChoiceList.of(model.draft().spec())
        .forEach((step, lines) -> {
          var edit = parts.link(Message.of("wizard.review.edit"), () -> go.accept(step));
          edit.setAccessibleText(parts.say(Message.of("wizard.review.editStep", step.title())));
          var box =
              new VBox(
                  2, Parts.row(Parts.label(parts.say(step.title()), "strong"), Parts.grow(), edit));
          lines.forEach(line -> box.getChildren().add(Parts.label(parts.say(line), "small")));
          choices.getChildren().add(box);
        });
  }

  private void showStoppers() {
    var reasons = model.stoppers();
    stoppers.setVisible(!reasons.isEmpty());
    stoppers.getChildren().clear();
    reasons.forEach(
        reason -> stoppers.getChildren().add(parts.body(reason, Feather.X_OCTAGON, "bad")));
  }

  private void show(Optional<Reviewed> reviewed) {
    String before = file.getValue();
    file.getItems().setAll(reviewed.stream().flatMap(r -> r.files().keySet().stream()).toList());
    if (before != null && file.getItems().contains(before)) {
      file.setValue(before);
    } else if (!file.getItems().isEmpty()) {
      file.setValue(
          file.getItems().contains("kubeadm.yaml") ? "kubeadm.yaml" : file.getItems().getFirst());
    }
    showFile();
    parts.pieces().then(this::showChanges);
  }

  private void showChanges() {
    var all = new TreeItem<Row>();
    model
        .reviewed()
        .get()
        .ifPresent(done ->
            done.plan().hosts().forEach(host -> all.getChildren().add(machine(done, host))));
    changes.setRoot(all);
  }

  private void showFile() {
    String name = file.getValue();
    model
        .reviewed()
        .get()
        .filter(done -> name != null && done.files().containsKey(name))
        .ifPresent(done -> {
          String text = done.files().getOrDefault(name, "");
          String usual = done.usual().getOrDefault(name, "");
          yaml.show(
              text, name.endsWith(".yaml") ? Differing.lines(text, usual) : java.util.List.of());
        });
  }

  private TreeItem<Row> machine(Reviewed done, HostName host) {
    var phases = done.plan().of(host).toList();
    int many = phases.stream().mapToInt(p -> p.actionsOn(host).orElseThrow().size()).sum();
    var item =
        new TreeItem<>(
            new Row(
                parts.say(Message.of("wizard.review.machine", host.value(), many)),
                Optional.empty()));
    phases.forEach(phase -> {
      var of = new TreeItem<>(new Row(parts.say(phase.title()), Optional.empty()));
      phase
          .actionsOn(host)
          .orElseThrow()
          .forEach(action ->
              of.getChildren()
                  .add(new TreeItem<>(new Row(parts.say(action.title()), Optional.of(action)))));
      of.setExpanded(true);
      item.getChildren().add(of);
    });
    item.setExpanded(done.plan().hosts().getFirst().equals(host));
    return item;
  }

  private void export() {
    dialogs.directory().ifPresent(where -> model.export(where, dialogs::tell));
  }

  @Override
  public StepModel model() {
    return model;
  }

  @Override
  public Node node() {
    return root;
  }

  /** The machines may have been read again for what was chosen last. */
  private void lookAgain(boolean settled) {
    if (settled && model.isOutdated()) {
      model.look(parts.words());
    }
  }

  @Override
  public void shown() {
    model.look(parts.words());
    Platform.runLater(() -> Pieces.focus(changes));
  }

  @Override
  public boolean leave() {
    if (!model.isReady()) {
      return false;
    }
    model.reviewed().get().ifPresent(install);
    return true;
  }

  @Override
  public Message next() {
    return Message.of("wizard.review.install");
  }

  /** An action shows in its tooltip what would run. */
  private static final class RowCell extends TreeCell<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? null : row.text());
      setTooltip(
          empty || row == null
              ? null
              : row.action().map(ActionPreview::of).map(Tooltip::new).orElse(null));
    }
  }
}
