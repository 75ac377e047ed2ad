package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import io.github.kubeadmwizard.wizard.Standing;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** All new keys at once, to be compared and trusted together. */
final class NewKeysForm {
  private static final double HIGHEST = 240;
  private static final double LINE = 26;

  private final VBox box;

  NewKeysForm(Parts parts, HostsModel model, List<HostRow> rows, Runnable close) {
    var keys = new GridPane(16, 4);
    for (HostRow row : rows) {
      if (row.standing() instanceof Standing.NewKey(var key)) {
        keys.addRow(
            keys.getRowCount(),
            Parts.mono(key.address() + (key.port() == 22 ? "" : ":" + key.port())),
            Parts.label(key.type(), "chip"),
            Parts.mono(key.fingerprint()));
      }
    }
    var scroll = new ScrollPane(keys);
    scroll.setMinHeight(Math.min(HIGHEST, rows.size() * LINE));
    scroll.setMaxHeight(HIGHEST);
    scroll.setFitToWidth(true);
    var trust =
        parts.button(
            Message.of("wizard.hosts.trustThese", rows.size()),
            Feather.CHECK,
            () -> {
              close.run();
              model.trust(rows);
            });
    trust.setId("trust-these");
    box =
        Parts.card(
            parts.section(Message.of("wizard.hosts.newKeys", rows.size())),
            parts.hint(Message.of("wizard.hosts.compareAll")),
            scroll,
            Parts.row(trust, parts.button(Message.of("wizard.cancel"), close)));
  }

  Node node() {
    return box;
  }
}
