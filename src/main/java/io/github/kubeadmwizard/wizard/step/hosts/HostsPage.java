package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Page;
import io.github.kubeadmwizard.wizard.StepModel;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

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
  private final HostColumns columns;
  private final Button add;
  private final Node trustAll;

  /**
   * @param practice opens the practice machines
   */
  public HostsPage(Parts parts, HostsModel model, Runnable practice) {
    this.parts = parts;
    this.model = model;
    this.practice = practice;
    this.columns = new HostColumns(parts);
    add = parts.button(Message.of("wizard.hosts.add"), Feather.PLUS, () -> edit(null));
    add.setId("add-host");
    trustAll = trustAll();
    list = new ListView<>(model.rows());
    list.setId("hosts");
    list.getStyleClass().add("host-list");
    list.setCellFactory(_ -> new HostCell(parts, model, columns, this::edit));
    list.setPlaceholder(empty());
    list.setAccessibleText(parts.say(Message.of("wizard.step.hosts")));
    form.managedProperty().bind(form.visibleProperty());
    form.setVisible(false);
    var table = new VBox(columns.head(), list);
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox.setVgrow(table, Priority.ALWAYS);
    root.getStyleClass().add("page");
    root.getChildren().addAll(head(), tools(), form, table, advice());
    model.rows().addListener((ListChangeListener<HostRow>) _ -> accent());
    accent();
  }

  private Node head() {
    var head =
        new VBox(
            parts.title(Message.of("wizard.hosts.title")),
            Parts.label(parts.say(Message.of("wizard.hosts.sentence")), "subtitle"));
    head.getStyleClass().add("page-head");
    return head;
  }

  private HBox tools() {
    return Parts.row(
        add, trustAll, Parts.grow(), parts.link(Message.of("wizard.hosts.practice"), practice));
  }

  /** With several new keys, one button for all of them; it lists them. */
  private Node trustAll() {
    var button = parts.button(Message.of("wizard.hosts.trustAll", 0), Feather.KEY, this::askForAll);
    button.setId("trust-all");
    button.managedProperty().bind(button.visibleProperty());
    model
        .state()
        .subscribe(_ -> {
          int many = model.withNewKey().size();
          button.setVisible(many > 1);
          button.setText(parts.say(Message.of("wizard.hosts.trustAll", many)));
        });
    return button;
  }

  private void askForAll() {
    show(new NewKeysForm(parts, model, model.withNewKey(), this::hide).node());
  }

  private Node empty() {
    var sentence = parts.body(Message.of("wizard.hosts.empty"));
    var first = parts.button(Message.of("wizard.hosts.add"), Feather.PLUS, () -> edit(null));
    var box =
        new VBox(16, sentence, first, parts.link(Message.of("wizard.hosts.practice"), practice));
    box.setAlignment(javafx.geometry.Pos.CENTER);
    return box;
  }

  private Node advice() {
    var advice = parts.hint(Message.of("wizard.hosts.none"));
    advice.setGraphic(Parts.icon(Feather.INFO, "quiet"));
    model
        .state()
        .subscribe(_ -> {
          advice.setText(parts.say(HostsAdvice.of(model.rows())));
          advice.setVisible(!model.rows().isEmpty());
        });
    return advice;
  }

  private void accent() {
    add.getStyleClass().remove("accent");
    if (model.rows().isEmpty()) {
      add.getStyleClass().add("accent");
    }
  }

  private void edit(@org.jspecify.annotations.Nullable HostRow row) {
    var made =
        row == null
            ? new HostForm(parts, HostForm.like(model.rows()), this::added, this::hide)
            : new HostForm(parts, row.spec(), changed -> changed(row, changed), this::hide);
    show(made.node());
    made.focus();
  }

  private void added(HostSpec host) {
    model.add(List.of(host));
    list.scrollTo(model.rows().size() - 1);
    edit(null); // the next one
  }

  private void changed(HostRow row, HostSpec changed) {
    model.change(row, changed);
    hide();
  }

  private void show(Node node) {
    form.getChildren().setAll(node);
    form.setVisible(true);
  }

  private void hide() {
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
  public void shown() {
    Platform.runLater(model.rows().isEmpty() ? add::requestFocus : list::requestFocus);
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
