package io.github.kubeadmwizard.wizard.step.nodes;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A node with its taints and labels as chips. */
final class NodeCell extends ListCell<HostSpec> {
  private static final double[] WIDTHS = {22, 44, 34};

  private final Parts parts;
  private final NodesModel model;
  private final BiConsumer<HostSpec, Boolean> add;

  /**
   * @param add goes to where something is added to this node: a taint, else a label
   */
  NodeCell(Parts parts, NodesModel model, BiConsumer<HostSpec, Boolean> add) {
    this.parts = parts;
    this.model = model;
    this.add = add;
    setPrefWidth(0); // as wide as the list, whatever it holds
  }

  static GridPane grid(Node... cells) {
    var grid = new GridPane();
    grid.setHgap(8);
    for (int i = 0; i < cells.length; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(WIDTHS[i]);
      column.setMinWidth(0);
      grid.getColumnConstraints().add(column);
      grid.add(cells[i], i, 0);
    }
    return grid;
  }

  @Override
  protected void updateItem(@Nullable HostSpec host, boolean empty) {
    super.updateItem(host, empty);
    if (empty || host == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    var name = new Label(host.label());
    name.getStyleClass().add("strong");
    var row =
        grid(
            new VBox(name, Parts.label(parts.say(role(host)), "hint")), taints(host), labels(host));
    row.getStyleClass().add("node-line");
    setGraphic(row);
    setAccessibleText(
        parts.say(
            Message.of(
                "choices.nodes.spoken",
                host.label(),
                role(host),
                model.taints(host).stream().map(TaintSpec::toString).toList(),
                host.labels().toString())));
  }

  private static Message role(HostSpec host) {
    if (!host.isControlPlane()) {
      return Message.of("choices.nodes.role.worker");
    }
    return host.isWorker()
        ? Message.of("choices.nodes.role.both")
        : Message.of("choices.nodes.role.controlPlane");
  }

  private Node taints(HostSpec host) {
    var flow = flow();
    for (TaintSpec taint : model.taints(host)) {
      flow.getChildren()
          .add(
              chip(
                  parts,
                  flow,
                  taint.toString(),
                  () -> explain(host, taint),
                  () -> model.removeTaint(host.label(), taint)));
    }
    flow.getChildren().add(more(host, true));
    return flow;
  }

  private static FlowPane flow() {
    var flow = new FlowPane(6, 4);
    flow.setMinWidth(0);
    flow.setPrefWrapLength(100);
    return flow;
  }

  private void explain(HostSpec host, TaintSpec taint) {
    getListView().getSelectionModel().clearAndSelect(getIndex());
    model.explained().set(Optional.of(new NodesModel.Explained(host.label(), taint)));
  }

  private Node labels(HostSpec host) {
    var flow = flow();
    host.labels()
        .forEach((key, value) ->
            flow.getChildren()
                .add(
                    chip(
                        parts,
                        flow,
                        key + "=" + value,
                        () -> getListView().getSelectionModel().clearAndSelect(getIndex()),
                        () -> model.removeLabel(host.label(), key))));
    flow.getChildren().add(more(host, false));
    return flow;
  }

  private Hyperlink more(HostSpec host, boolean taint) {
    var link = parts.link(Message.of("choices.nodes.add"), () -> add.accept(host, taint));
    link.setGraphic(new FontIcon(Feather.PLUS));
    link.getStyleClass().add("small");
    link.setAccessibleText(
        parts.say(
            taint
                ? Message.of("choices.nodes.add.taint.to", host.label())
                : Message.of("choices.nodes.add.label.to", host.label())));
    return link;
  }

  private static Node chip(
      Parts parts, FlowPane flow, String text, Runnable choose, Runnable remove) {
    var name = new Button(shortened(text));
    name.getStyleClass().addAll("chip-name", "mono");
    name.setOnAction(_ -> choose.run());
    name.setTooltip(new Tooltip(text));
    name.setAccessibleText(text);
    var gone = parts.iconButton(Message.of("choices.nodes.remove", text), Feather.X, remove);
    gone.getStyleClass().add("chip-remove");
    var chip = new HBox(name, gone);
    chip.getStyleClass().add("taint-chip");
    chip.setMinWidth(0);
    name.setMinWidth(0);
    gone.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    chip.maxWidthProperty().bind(flow.widthProperty());
    return chip;
  }

  /** Without the part before the slash, which says little; the tooltip shows it whole. */
  private static String shortened(String text) {
    return text.replaceFirst("^[a-z-]+\\.kubernetes\\.io/", "");
  }
}
