package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.imports.AnyHosts;
import io.github.kubeadmwizard.imports.HostList;
import io.github.kubeadmwizard.imports.PastedHosts;
import io.github.kubeadmwizard.imports.Setting;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.AlikeList;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.ui.Unrolled;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.ClusterDialogs;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.StepModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Names the machines. Questions stand under the machine that they are about, never in a dialogue.
 */
public final class HostsPage implements Page {
  private final Parts parts;
  private final HostsModel model;
  private final Runnable practice;
  private final VBox root = new VBox();
  private final StackPane form = new StackPane();
  private final ListView<HostRow> list;
  private final Unrolled unrolled;
  private final HostColumns columns;
  private final EmptyHosts empty;
  private final Button add;
  private final Node trustAll;
  private final AnyHosts files;
  private final ClusterDialogs dialogs;
  private final Background background;

  /**
   * @param files reads machines out of files of others
   * @param practice opens the practice machines
   */
  public HostsPage(
      Parts parts,
      HostsModel model,
      AnyHosts files,
      ClusterDialogs dialogs,
      Background background,
      Runnable practice) {
    this.files = files;
    this.dialogs = dialogs;
    this.background = background;
    this.parts = parts;
    this.model = model;
    this.practice = practice;
    add = parts.button(Message.of("wizard.hosts.add"), Feather.PLUS, () -> edit(null));
    add.setId("add-host");
    trustAll = trustAll();
    list = new AlikeList<>(model.rows(), row -> row.needsUser() ? row : HostRow.class);
    list.setId("hosts");
    list.getStyleClass().add("host-list");
    columns = new HostColumns(parts, list.widthProperty());
    list.setCellFactory(_ -> new HostCell(parts, model, columns, this::edit));
    empty = new EmptyHosts(parts, () -> edit(null), practice, () -> read(files.sshConfig()));
    empty.node().visibleProperty().bind(form.managedProperty().not());
    list.setPlaceholder(empty.node());
    list.setAccessibleText(parts.say(Message.of("wizard.step.hosts")));
    form.setManaged(false);
    form.setVisible(false);
    form.setMinHeight(Region.USE_PREF_SIZE);
    list.setMinHeight(100);
    unrolled = new Unrolled(parts.pieces(), list, HostCell.HEIGHT);
    var table = new VBox(columns.head(), unrolled);
    table.setMinWidth(0);
    VBox.setVgrow(unrolled, Priority.ALWAYS);
    VBox.setVgrow(table, Priority.ALWAYS);
    root.getStyleClass().add("page");
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    parts.pieces().fill(root, head(), tools(), form, table, advice());
  }

  private Node head() {
    var head =
        new VBox(
            parts.title(Message.of("wizard.hosts.title")),
            Parts.label(parts.say(Message.of("wizard.hosts.sentence")), "subtitle"));
    head.getStyleClass().add("page-head");
    return head;
  }

  private Node tools() {
    var paste = parts.button(Message.of("wizard.hosts.paste"), Feather.CLIPBOARD, () -> paste(""));
    paste.setId("paste");
    var left = new FlowPane(8, 8, add, paste, importing(), trustAll, bastion());
    left.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    left.setPrefWrapLength(700);
    javafx.scene.layout.HBox.setHgrow(left, Priority.ALWAYS);
    var tryIt = parts.link(Message.of("wizard.hosts.practice"), practice);
    tryIt.setMinWidth(Region.USE_PREF_SIZE);
    tryIt.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
    return Parts.row(left, tryIt);
  }

  /** With several new keys, one button for all of them; it lists them. */
  private Node trustAll() {
    var button = parts.button(Message.of("wizard.hosts.trustAll", 0), Feather.KEY, this::askForAll);
    button.setId("trust-all");
    button.managedProperty().bind(button.visibleProperty());
    model
        .state()
        .when(parts.inUse())
        .subscribe(_ -> {
          int many = model.withNewKey().size();
          button.setVisible(many > 1);
          button.setText(parts.say(Message.of("wizard.hosts.trustAll", many)));
        });
    return button;
  }

  private MenuButton importing() {
    var menu =
        new MenuButton(
            parts.say(Message.of("wizard.hosts.import")), new FontIcon(Feather.DOWNLOAD));
    menu.setId("import");
    var ssh = new MenuItem(parts.say(Message.of("wizard.hosts.import.ssh")));
    ssh.setOnAction(_ -> read(files.sshConfig()));
    var file = new MenuItem(parts.say(Message.of("wizard.hosts.import.file")));
    file.setOnAction(_ -> dialogs.anyFile().ifPresent(this::read));
    menu.getItems().addAll(ssh, file);
    return menu;
  }

  private void paste(String text) {
    var made =
        ListForm.typed(parts, typed -> PastedHosts.read(typed, setting()), this::add, this::hide)
            .with(text);
    show(made.node());
    made.focus();
  }

  private void read(Path file) {
    Setting setting = setting();
    background.run(
        () -> files.read(file, setting),
        list ->
            show(
                ListForm.read(
                        parts, String.valueOf(file.getFileName()), list, this::add, this::hide)
                    .node()));
  }

  private Setting setting() {
    HostSpec like = HostForm.like(model.rows());
    return new Setting(
        like.user(), like.port(), like.agent(), model.rows().stream().map(HostRow::spec).toList());
  }

  private Node bastion() {
    var link = parts.link(Message.of("wizard.hosts.bastion.none"), this::askForBastion);
    link.setId("bastion");
    model
        .bastion()
        .when(parts.inUse())
        .subscribe(now ->
            link.setText(
                parts.say(
                    now.map(gate -> Message.of("wizard.hosts.bastion.one", gate.address()))
                        .orElse(Message.of("wizard.hosts.bastion.none")))));
    return link;
  }

  private void askForBastion() {
    show(
        new BastionForm(
                parts,
                model.bastion().getValue(),
                chosen -> {
                  model.setBastion(chosen);
                  hide();
                },
                this::hide)
            .node());
  }

  private void add(HostList list) {
    if (list.bastion().isPresent() && model.bastion().getValue().isEmpty()) {
      model.setBastion(list.bastion());
    }
    model.add(list.hosts());
    if (list.bad().isEmpty()) {
      hide();
    }
  }

  /** A list in the clipboard goes into the form, wherever on the page it is pasted. */
  private void key(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (!typing && new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN).match(event)) {
      String text = Clipboard.getSystemClipboard().getString();
      if (text != null) {
        paste(text);
        event.consume();
      }
    } else if (event.getCode() == KeyCode.ESCAPE && form.isVisible()) {
      hide();
      event.consume();
    }
  }

  private void askForAll() {
    show(new NewKeysForm(parts, model, model.withNewKey(), this::hide).node());
  }

  private Node advice() {
    var advice = parts.hint(HostsAdvice.of(List.of()));
    advice.setGraphic(Parts.icon(Feather.INFO, "quiet"));
    model
        .state()
        .when(parts.inUse())
        .subscribe(_ -> {
          advice.setText(parts.say(HostsAdvice.of(model.rows())));
          accent();
        });
    return advice;
  }

  private void edit(@org.jspecify.annotations.Nullable HostRow row) {
    var made =
        row == null
            ? new HostForm(parts, HostForm.like(model.rows()), this::added, this::hide)
            : new HostForm(parts, row.spec(), (_, changed) -> changed(row, changed), this::hide);
    show(made.node());
    made.focus();
  }

  private void added(HostForm filled, HostSpec host) {
    model.add(List.of(host));
    list.scrollTo(model.rows().size() - 1);
    filled.next(HostForm.like(model.rows()));
  }

  private void changed(HostRow row, HostSpec changed) {
    model.change(row, changed);
    hide();
  }

  private void show(Node node) {
    if (form.isManaged()) {
      form.getChildren().setAll(node);
    } else {
      parts.pieces().open(form, node);
    }
    accent();
  }

  /** As long as there is no machine, the form's button is the one thing to do. */
  private void accent() {
    parts
        .pieces()
        .then(() -> {
          for (Node finish : form.lookupAll(".finish")) {
            finish.getStyleClass().remove("accent");
            if (model.rows().isEmpty()) {
              finish.getStyleClass().add("accent");
            }
          }
        });
  }

  private void hide() {
    form.setManaged(false);
    form.setVisible(false);
    form.getChildren().clear();
    add.requestFocus();
  }

  @Override
  public StepModel model() {
    return model;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public boolean isNextTheThingToDo() {
    return !model.rows().isEmpty();
  }

  @Override
  public void shown() {
    Node first = model.rows().isEmpty() ? add : list;
    Platform.runLater(() -> Pieces.focus(first));
    if (model.rows().isEmpty()) {
      Setting setting = setting();
      background.run(() -> namedInSsh(setting), empty::namedInSsh);
    }
  }

  private int namedInSsh(Setting setting) {
    return Files.isReadable(files.sshConfig())
        ? files.read(files.sshConfig(), setting).hosts().size()
        : 0;
  }

  @Override
  public boolean leave() {
    if (model.rows().isEmpty()) {
      edit(null);
      return false;
    }
    var need = model.firstInNeed();
    need.ifPresent(row -> {
      list.scrollTo(row);
      list.getSelectionModel().select(row);
      list.requestFocus();
    });
    return need.isEmpty() && model.allReached() && model.broken().isEmpty();
  }
}
