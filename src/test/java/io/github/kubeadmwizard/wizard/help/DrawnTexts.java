package io.github.kubeadmwizard.wizard.help;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The lines of a document as it is drawn. */
public final class DrawnTexts {
  private DrawnTexts() {}

  /** All that are there, in the order of the page. */
  public static List<TextFlow> in(Node document) {
    var found = new ArrayList<TextFlow>();
    collect(document, found);
    return found;
  }

  private static void collect(Node node, List<TextFlow> found) {
    if (node instanceof TextFlow flow) {
      found.add(flow);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /** What one of them says. */
  public static String text(TextFlow flow) {
    return flow.getChildren().stream()
        .map(run -> ((Text) run).getText())
        .collect(Collectors.joining());
  }
}
