package io.github.kubeadmwizard.wizard.help;

import io.github.kubeadmwizard.help.Prose;
import io.github.kubeadmwizard.help.Run;
import io.github.kubeadmwizard.ui.SteadyText;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Draws running text; a link within it wraps like any other word and can be reached by Tab. */
final class ProseNode {
  private final Function<String, Optional<Runnable>> links;

  /**
   * @param links what a link does; empty: it leads nowhere and is drawn as text
   */
  ProseNode(Function<String, Optional<Runnable>> links) {
    this.links = links;
  }

  TextFlow draw(Prose prose, String style) {
    var flow = new SteadyText();
    prose.runs().forEach(run -> flow.getChildren().add(text(run)));
    flow.getStyleClass().addAll("help-prose", style);
    flow.setMinWidth(0);
    return flow;
  }

  private Text text(Run run) {
    var text = new Text(run.text());
    text.getStyleClass().add("help-text");
    if (run.strong()) {
      text.getStyleClass().add("help-strong");
    }
    if (run.emphasis()) {
      text.getStyleClass().add("help-emphasis");
    }
    if (run.code()) {
      text.getStyleClass().add("help-code");
    }
    if (!run.link().isEmpty()) {
      links.apply(run.link()).ifPresent(work -> lead(text, work));
    }
    return text;
  }

  private static void lead(Text text, Runnable work) {
    text.getStyleClass().add("help-link");
    text.setFocusTraversable(true);
    text.setAccessibleRole(AccessibleRole.HYPERLINK);
    text.setAccessibleText(text.getText());
    text.setOnMouseClicked(_ -> work.run());
    text.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
        event.consume();
        work.run();
      }
    });
  }
}
