package io.github.kubeadmwizard.app;

import atlantafx.base.theme.Styles;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the window shows until the wizard's pages are there: what the program does, and how. */
final class FirstPage {
  private static final String COMMANDS =
      """
      kubeadm-wizard check cluster.yaml
      kubeadm-wizard plan cluster.yaml
      kubeadm-wizard install cluster.yaml\
      """;

  private final Words words;

  FirstPage(Words words) {
    this.words = words;
  }

  void showOn(Stage stage) {
    stage.setTitle(words.say(Message.of("app.title")));
    stage.setScene(new Scene(root(), 900, 600));
    stage.show();
  }

  private VBox root() {
    var title = new Label(words.say(Message.of("app.title")), new FontIcon(Feather.SERVER));
    title.getStyleClass().add(Styles.TITLE_2);
    title.setGraphicTextGap(12);
    var root =
        new VBox(
            16,
            title,
            paragraph("app.sentence"),
            paragraph("app.pagesToCome"),
            commands(),
            paragraph("app.help"));
    root.setPadding(new Insets(32));
    return root;
  }

  private Label paragraph(String key) {
    var label = new Label(words.say(Message.of(key)));
    label.setWrapText(true);
    label.setMaxWidth(640);
    return label;
  }

  private static TextArea commands() {
    var commands = new TextArea(COMMANDS);
    commands.setEditable(false);
    commands.setPrefRowCount(3);
    commands.setMaxWidth(640);
    commands.setStyle("-fx-font-family: monospace");
    return commands;
  }
}
