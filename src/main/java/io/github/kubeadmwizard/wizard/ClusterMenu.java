package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.ui.Parts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which cluster is open, and the others. */
final class ClusterMenu {
  private final Parts parts;
  private final Clusters clusters;
  private final OpenCluster open;
  private final Runnable about;
  private final MenuButton button;
  private final VBox box;

  /**
   * @param about says what the program is made of
   */
  ClusterMenu(Parts parts, Clusters clusters, OpenCluster open, Runnable about) {
    this.parts = parts;
    this.clusters = clusters;
    this.open = open;
    this.about = about;
    button = new MenuButton("", new FontIcon(Feather.SERVER));
    button.getStyleClass().add("cluster-menu");
    button.setId("cluster-menu");
    button.setMaxWidth(Double.MAX_VALUE);
    open.draft().specProperty().when(parts.inUse()).subscribe(spec -> button.setText(spec.name()));
    button.setOnShowing(_ -> fill());
    fill();
    box = new VBox(button);
    box.getStyleClass().add("above");
    if (open.isPractice()) {
      var mark =
          new Label(parts.say(Message.of("wizard.practice.mark")), new FontIcon(Feather.INFO));
      mark.getStyleClass().add("practice-mark");
      mark.setMaxWidth(Double.MAX_VALUE);
      box.getChildren().add(mark);
    }
    open.navigation().locked().when(parts.inUse()).subscribe(locked -> button.setDisable(locked));
  }

  Node node() {
    return box;
  }

  private void fill() {
    button.getItems().clear();
    List<String> names = clusters.names();
    names.stream()
        .filter(name -> open.isPractice() || !name.equals(open.draft().spec().name()))
        .forEach(name -> add(Message.of("wizard.clusters.one", name), () -> clusters.open(name)));
    if (!button.getItems().isEmpty()) {
      button.getItems().add(new SeparatorMenuItem());
    }
    add(Message.of("wizard.clusters.fresh"), clusters::fresh);
    if (!open.isPractice()) {
      add(Message.of("wizard.clusters.rename"), clusters::rename);
    }
    add(Message.of("wizard.clusters.openFile"), clusters::openFile);
    add(Message.of("wizard.clusters.import"), clusters::paste);
    add(Message.of("wizard.clusters.saveFile"), clusters::saveFile);
    add(Message.of("wizard.hosts.practice"), clusters::practice);
    button.getItems().add(new SeparatorMenuItem());
    add(Message.of("wizard.about"), about);
  }

  private void add(Message text, Runnable work) {
    var item = new MenuItem(parts.say(text));
    item.setId(text.key());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> work.run());
    button.getItems().add(item);
  }
}
