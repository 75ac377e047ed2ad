package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.network.AddressSpace;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Folded;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;

/** The folded part on which of its addresses each host uses. */
final class HostAddresses {
  private static final double ROW = 44;
  private static final int MOST_IN_SIGHT = 6;

  private final Parts parts;
  private final NetworkModel model;
  private final ListView<HostSpec> list = new ListView<>();
  private final Folded folded;
  private List<AddressSpace.Stretch> read = List.of();

  HostAddresses(Parts parts, NetworkModel model) {
    this.parts = parts;
    this.model = model;
    list.setId("host-addresses");
    list.getStyleClass().add("host-list");
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.setCellFactory(_ -> new AddressCell(parts, model.addresses()));
    list.setPlaceholder(parts.hint(Message.of("choices.noHosts")));
    folded =
        new Folded(
                parts,
                Message.of("choices.network.addresses"),
                Message.of("choices.network.addresses.inside"),
                "addresses")
            .differing(model.changes(), () -> model.addresses().chosen())
            .add(parts.hint(Message.of("choices.network.addresses.hint")), new VBox(head(), list));
    model.changes().when(parts.inUse()).subscribe(_ -> show());
  }

  private void show() {
    List<HostSpec> hosts = model.addresses().hosts();
    if (hosts.size() != list.getItems().size()) {
      list.getItems().setAll(hosts);
    } else {
      for (int i = 0; i < hosts.size(); i++) {
        if (!hosts.get(i).equals(list.getItems().get(i))) {
          list.getItems().set(i, hosts.get(i));
        }
      }
    }
    double height = Math.clamp(hosts.size(), 1, MOST_IN_SIGHT) * ROW + 1;
    list.setMinHeight(height);
    list.setPrefHeight(height);
    list.setMaxHeight(height);
    if (!model.space().taken().equals(read)) { // cards are new, though the wishes are not
      read = model.space().taken();
      list.refresh();
    }
  }

  private Node head() {
    var head =
        AddressCell.grid(
            new Label(parts.say(Message.of("choices.runtime.column.host"))),
            new Label(parts.say(Message.of("choices.network.addresses.node"))),
            new Label(parts.say(Message.of("choices.network.addresses.api"))));
    head.getStyleClass().add("table-head");
    return head;
  }

  Node node() {
    return folded.node();
  }
}
