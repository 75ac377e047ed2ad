package io.github.kubeadmwizard.wizard.step.network;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.LateList;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.step.network.NodeAddressChoice.Address;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A host with the addresses that it can use. */
final class AddressCell extends ListCell<HostSpec> {
  private static final double[] WIDTHS = {20, 40, 40};

  private final Parts parts;
  private final NodeAddressChoice addresses;
  private final Label name = new Label();
  private final ComboBox<Address> node;
  private final ComboBox<Address> api;
  private final GridPane row;
  private boolean following;

  AddressCell(Parts parts, NodeAddressChoice addresses) {
    this.parts = parts;
    this.addresses = addresses;
    setPrefWidth(0); // as wide as the list
    name.getStyleClass().add("strong");
    node = choice(addresses::use);
    api = choice(addresses::advertise);
    row = grid(name, node, api);
    row.getStyleClass().add("host-line");
    row.setAlignment(Pos.CENTER_LEFT);
  }

  static GridPane grid(Node... cells) {
    var grid = new GridPane();
    grid.setHgap(16);
    for (int i = 0; i < cells.length; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(WIDTHS[i]);
      grid.getColumnConstraints().add(column);
      grid.add(cells[i], i, 0);
    }
    return grid;
  }

  private ComboBox<Address> choice(BiConsumer<HostSpec, Optional<String>> take) {
    var box = LateList.of(new ComboBox<Address>());
    box.getStyleClass().add("address-choice");
    box.setMaxWidth(Double.MAX_VALUE);
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
    box.valueProperty()
        .subscribe((_, address) -> {
          HostSpec host = getItem();
          if (!following && address != null && host != null) {
            take.accept(host, address.address());
          }
        });
    return box;
  }

  @Override
  protected void updateItem(@Nullable HostSpec host, boolean empty) {
    super.updateItem(host, empty);
    if (empty || host == null) {
      setGraphic(null);
      return;
    }
    following = true;
    name.setText(host.label());
    show(node, addresses.addresses(host), host.nodeIP());
    node.setId("node-address-" + host.label());
    node.setAccessibleText(
        host.label() + ", " + parts.say(Message.of("choices.network.addresses.node")));
    api.setVisible(host.isControlPlane());
    if (host.isControlPlane()) {
      show(api, addresses.advertised(host), host.advertiseAddress());
      api.setId("api-address-" + host.label());
      api.setAccessibleText(
          host.label() + ", " + parts.say(Message.of("choices.network.addresses.api")));
    }
    following = false;
    setGraphic(row);
  }

  private static void show(ComboBox<Address> box, List<Address> possible, Optional<String> chosen) {
    if (!possible.equals(box.getItems())) {
      box.getItems().setAll(possible);
    }
    possible.stream()
        .filter(address -> address.address().equals(chosen))
        .findFirst()
        .ifPresent(box::setValue);
  }

  private static Message said(Address address) {
    String card = address.card().orElse("?");
    return address.address().isEmpty()
        ? Message.of("choices.network.addresses.automatic", address.shown(), card)
        : Message.of("choices.network.addresses.of", address.shown(), card);
  }
}
