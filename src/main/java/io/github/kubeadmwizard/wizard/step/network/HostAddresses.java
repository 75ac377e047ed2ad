package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.choice.Folded;
import io.github.kubeadmwizard.wizard.step.network.NodeAddressChoice.Address;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The folded part on which of its addresses each host uses; made when it is opened. */
final class HostAddresses {
  private final Parts parts;
  private final NetworkModel model;
  private final GridPane grid = new GridPane(16, 8);
  private final Folded folded;
  private List<HostSpec> drawn = List.of();

  HostAddresses(Parts parts, NetworkModel model) {
    this.parts = parts;
    this.model = model;
    for (double percent : new double[] {20, 40, 40}) {
      var column = new ColumnConstraints();
      column.setPercentWidth(percent);
      grid.getColumnConstraints().add(column);
    }
    folded =
        new Folded(
                parts,
                Message.of("choices.network.addresses"),
                Message.of("choices.network.addresses.inside"),
                "addresses")
            .differing(model.changes(), () -> model.addresses().chosen())
            .add(parts.hint(Message.of("choices.network.addresses.hint")), grid);
    folded.node().expandedProperty().subscribe(_ -> draw());
    model.changes().subscribe(_ -> draw());
  }

  private void draw() {
    var hosts = model.addresses().hosts();
    if (!folded.node().isExpanded() || hosts.equals(drawn)) {
      return;
    }
    drawn = hosts;
    Node held = grid.getScene() == null ? null : grid.getScene().getFocusOwner();
    String focused = held == null || held.getId() == null ? "" : held.getId();
    grid.getChildren().clear();
    grid.addRow(
        0,
        head(Message.of("choices.runtime.column.host")),
        head(Message.of("choices.network.addresses.node")),
        head(Message.of("choices.network.addresses.api")));
    for (int i = 0; i < hosts.size(); i++) {
      HostSpec host = hosts.get(i);
      var name = new Label(host.label());
      name.getStyleClass().add("strong");
      grid.add(name, 0, i + 1);
      grid.add(
          choice(
              host,
              model.addresses().addresses(host),
              host.nodeIP(),
              address -> model.addresses().use(host, address),
              "node-address-"),
          1,
          i + 1);
      if (host.isControlPlane()) {
        grid.add(
            choice(
                host,
                model.addresses().advertised(host),
                host.advertiseAddress(),
                address -> model.addresses().advertise(host, address),
                "api-address-"),
            2,
            i + 1);
      }
    }
    refocus(focused);
  }

  /** The lines were drawn anew; whoever chose in one stays there. */
  private void refocus(String id) {
    grid.getChildren().stream()
        .filter(node -> !id.isEmpty() && id.equals(node.getId()))
        .forEach(Node::requestFocus);
  }

  private Label head(Message name) {
    return parts.hint(name);
  }

  private Node choice(
      HostSpec host,
      List<Address> addresses,
      Optional<String> chosen,
      Consumer<Optional<String>> take,
      String id) {
    var box = new ComboBox<Address>();
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Address address) {
            return address == null ? "" : parts.say(said(address));
          }

          @Override
          public @Nullable Address fromString(String text) {
            return null;
          }
        });
    box.getItems().setAll(addresses);
    addresses.stream()
        .filter(address -> address.address().equals(chosen))
        .findFirst()
        .ifPresent(box::setValue);
    box.valueProperty()
        .subscribe((_, address) -> {
          if (address != null) {
            take.accept(address.address());
          }
        });
    box.setMaxWidth(Double.MAX_VALUE);
    box.setId(id + host.label());
    box.setAccessibleText(host.label());
    return box;
  }

  private static Message said(Address address) {
    String card = address.card().orElse("?");
    return address.address().isEmpty()
        ? Message.of("choices.network.addresses.automatic", address.shown(), card)
        : Message.of("choices.network.addresses.of", address.shown(), card);
  }

  Node node() {
    return folded.node();
  }
}
