package io.github.kubeadmwizard.wizard.help;

import io.github.kubeadmwizard.help.Block;
import io.github.kubeadmwizard.help.Document;
import io.github.kubeadmwizard.help.Prose;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.CopyButton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;

/** Draws a document on our scale of type, and knows where its anchors are. */
final class DocumentNode {
  private static final double BAR = 16;

  private final Words words;
  private final ProseNode proses;
  private final Map<String, Node> anchors = new HashMap<>();
  private final VBox root;

  /**
   * @param links what a link does; empty: it leads nowhere
   */
  DocumentNode(Words words, Document document, Function<String, Optional<Runnable>> links) {
    this.words = words;
    proses = new ProseNode(links);
    root = box(document.blocks());
    root.getStyleClass().add("help-document");
  }

  VBox node() {
    return root;
  }

  /** What stands at an anchor. */
  Optional<Node> at(String anchor) {
    return Optional.ofNullable(anchors.get(anchor));
  }

  private VBox box(List<Block> blocks) {
    var box = new VBox();
    box.getStyleClass().add("help-blocks");
    box.setMinWidth(0);
    var waiting = new ArrayList<String>();
    for (Block block : blocks) {
      if (block instanceof Block.Anchor(String name)) {
        waiting.add(name); // what follows is what it names
      } else {
        Node node = node(block);
        waiting.forEach(name -> anchors.putIfAbsent(name, node));
        waiting.clear();
        box.getChildren().add(node);
      }
    }
    return box;
  }

  private Node node(Block block) {
    return switch (block) {
      case Block.Heading(int level, Prose prose, String anchor) -> heading(level, prose, anchor);
      case Block.Paragraph(Prose prose) -> prose(prose, "help-paragraph");
      case Block.Code(String text) -> code(text);
      case Block.Items(int start, var items) -> list(start, items);
      case Block.Table table -> new TableNode(table, this::prose).node();
      case Block.Quote(var blocks) -> quote(blocks);
      case Block.Rule _ -> new Separator();
      case Block.Anchor _ -> throw new IllegalArgumentException("an anchor is not drawn");
    };
  }

  private TextFlow prose(Prose prose, String style) {
    var flow = proses.draw(prose, style);
    prose.anchors().forEach(name -> anchors.put(name, flow));
    return flow;
  }

  private TextFlow heading(int level, Prose prose, String anchor) {
    var heading = prose(prose, "help-heading-" + Math.min(level, 3));
    heading.setAccessibleRole(AccessibleRole.TEXT);
    heading.setAccessibleText(prose.text());
    anchors.putIfAbsent(anchor, heading);
    return heading;
  }

  private VBox quote(List<Block> blocks) {
    var quote = box(blocks);
    quote.getStyleClass().add("help-quote");
    return quote;
  }

  private VBox list(int start, List<List<Block>> items) {
    var list = new VBox();
    list.getStyleClass().add("help-list");
    for (int i = 0; i < items.size(); i++) {
      var mark = new Label(start == 0 ? "•" : (start + i) + ".");
      mark.getStyleClass().add("help-mark");
      mark.setMinWidth(start == 0 ? 16 : 24);
      var content = box(items.get(i));
      HBox.setHgrow(content, Priority.ALWAYS);
      list.getChildren().add(new HBox(mark, content));
    }
    return list;
  }

  /** Long lines are not broken, since a break may mean something; they scroll. */
  private Node code(String text) {
    var lines = new Label(text);
    lines.getStyleClass().add("mono");
    lines.setMinSize(Label.USE_PREF_SIZE, Label.USE_PREF_SIZE);
    var scroll = new ScrollPane(lines);
    scroll.getStyleClass().add("help-lines");
    // with room for the bar, so that the wheel over it turns the page
    scroll.minHeightProperty().bind(lines.heightProperty().add(BAR));
    scroll.prefHeightProperty().bind(scroll.minHeightProperty());
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.setPannable(true);
    var copy = new CopyButton(words, () -> text);
    copy.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    copy.getStyleClass().addAll("flat", "button-icon");
    HBox.setHgrow(scroll, Priority.ALWAYS);
    var box = new HBox(4, scroll, copy);
    box.getStyleClass().addAll("code-box", "help-code-box");
    box.setMinWidth(0);
    return box;
  }
}
