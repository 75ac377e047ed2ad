package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** How to begin; it stands where the machines will. */
final class EmptyHosts {
  private static final double WIDEST_SENTENCE = 480;

  private final Parts parts;
  private final Hyperlink ssh;
  private final VBox box;

  /**
   * @param add opens the form for the first machine
   * @param practice opens the practice machines
   * @param choose shows the hosts that ssh's own file names
   */
  EmptyHosts(Parts parts, Runnable add, Runnable practice, Runnable choose) {
    this.parts = parts;
    Button first = parts.button(Message.of("wizard.hosts.addFirst"), Feather.PLUS, add);
    first.setId("add-first");
    first.getStyleClass().add("accent");
    var begin = new HBox(16, first, parts.link(Message.of("wizard.hosts.practice"), practice));
    begin.setAlignment(Pos.CENTER);
    ssh = parts.link(Message.of("wizard.hosts.empty.ssh", 0), choose);
    ssh.setId("choose-ssh");
    ssh.managedProperty().bind(ssh.visibleProperty());
    ssh.setVisible(false);
    box =
        new VBox(
            12,
            parts.section(Message.of("wizard.hosts.none")),
            centred(parts.body(Message.of("wizard.hosts.empty"))),
            begin,
            centred(parts.hint(Message.of("wizard.hosts.empty.paste"))),
            ssh);
    box.setAlignment(Pos.CENTER);
  }

  private static Label centred(Label sentence) {
    sentence.setTextAlignment(TextAlignment.CENTER);
    sentence.setMaxWidth(WIDEST_SENTENCE);
    return sentence;
  }

  Node node() {
    return box;
  }

  /** So many hosts stand in ssh's own file. */
  void namedInSsh(int hosts) {
    ssh.setText(parts.say(Message.of("wizard.hosts.empty.ssh", hosts)));
    ssh.setVisible(hosts > 0);
  }
}
