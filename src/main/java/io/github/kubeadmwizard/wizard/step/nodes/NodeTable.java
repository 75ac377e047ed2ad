package io.github.kubeadmwizard.wizard.step.nodes;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.AlikeList;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.ui.Unrolled;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The nodes with their taints and labels; several can be selected. */
final class NodeTable {
  private static final double ROW = 50;
  private static final double LINE = 24; // of chips
  private static final double MOST = 400;

  private final Parts parts;
  private final NodesModel model;
  private final ListView<HostSpec> list;
  private final VBox box;
  private boolean following;
  private boolean selecting;

  /**
   * @param toAdd goes to the fields that add to the selected nodes
   */
  NodeTable(Parts parts, NodesModel model, Consumer<Boolean> toAdd) {
    this.parts = parts;
    this.model = model;
    list =
        new AlikeList<>(
            FXCollections.observableArrayList(),
            host -> List.of(model.taints(host), host.labels()));
    list.setId("nodes");
    list.getStyleClass().addAll("host-list", "node-list");
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setCellFactory(_ ->
        new NodeCell(
            parts,
            model,
            (host, isTaint) -> {
              list.getSelectionModel().clearAndSelect(model.hosts().indexOf(host));
              toAdd.accept(isTaint);
            }));
    list.setPlaceholder(parts.hint(Message.of("choices.noHosts")));
    list.setAccessibleText(parts.say(Message.of("choices.nodes.list")));
    list.getSelectionModel()
        .getSelectedItems()
        .addListener(
            (ListChangeListener<HostSpec>)
                _ -> {
                  if (!following) {
                    model
                        .selected()
                        .setAll(
                            list.getSelectionModel().getSelectedItems().stream()
                                .filter(java.util.Objects::nonNull)
                                .map(HostSpec::label)
                                .toList());
                  }
                });
    model.changes().when(parts.inUse()).subscribe(_ -> show());
    parts.whenChanged(
        model.selected(),
        () -> {
          if (!selecting) {
            show();
          }
        });
    box = new VBox(head(), new Unrolled(parts.pieces(), list, ROW));
    box.setMinWidth(0);
  }

  private void show() {
    following = true;
    List<HostSpec> hosts = model.hosts();
    if (hosts.size() != list.getItems().size()) {
      list.getItems().setAll(hosts);
    } else {
      for (int i = 0; i < hosts.size(); i++) {
        if (!hosts.get(i).equals(list.getItems().get(i))) {
          list.getItems().set(i, hosts.get(i));
        }
      }
    }
    for (int i = 0; i < hosts.size(); i++) {
      boolean is = model.selected().contains(hosts.get(i).label());
      if (is != list.getSelectionModel().isSelected(i)) {
        if (is) {
          list.getSelectionModel().select(i);
        } else {
          list.getSelectionModel().clearSelection(i);
        }
      }
    }
    double all = hosts.stream().mapToDouble(this::height).sum();
    list.setPrefHeight(Math.clamp(all, ROW, MOST) + 2);
    following = false;
  }

  /** About as high as a row becomes: the more chips, the more lines. */
  private double height(HostSpec host) {
    int chips = Math.max(model.taints(host).size(), host.labels().size());
    return Math.max(ROW, LINE * (chips + 1) + 14);
  }

  private Node head() {
    var head =
        NodeCell.grid(
            new Label(parts.say(Message.of("choices.nodes.column.node"))),
            new Label(parts.say(Message.of("choices.nodes.column.taints"))),
            new Label(parts.say(Message.of("choices.nodes.column.labels"))));
    head.getStyleClass().add("table-head");
    GridPane.setFillWidth(head, true);
    return head;
  }

  void focus() {
    Platform.runLater(() -> Pieces.focus(list));
  }

  VBox node() {
    return box;
  }
}
