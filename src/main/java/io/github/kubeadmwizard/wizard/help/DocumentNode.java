package io.github.kubeadmwizard.wizard.help;

import io.github.kubeadmwizard.help.Block;
import io.github.kubeadmwizard.help.Document;
import io.github.kubeadmwizard.help.Prose;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.CopyButton;
import io.github.kubeadmwizard.ui.Pieces;
import io.github.kubeadmwizard.ui.SteadyBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.TextFlow;

/** Draws a document on our scale of type, part by part, and knows where its anchors are. */
final class DocumentNode {
  private static final double BAR = 16;

  private final Words words;
  private final ProseNode proses;
  private final Map<String, Node> anchors = new HashMap<>();
  private final SteadyBox root = blocks();

  /**
   * @param links what a link does; empty: it leads nowhere
   */
  DocumentNode(Words words, Function<String, Optional<Runnable>> links) {
    this.words = words;
    proses = new ProseNode(links);
    root.getStyleClass().add("help-document");
  }

  /**
   * Fills it from its beginning.
   *
   * @param there hears of each part that is there
   */
  void fill(Document document, Pieces pieces, Runnable there) {
    each(
        document.blocks(),
        part -> {
          pieces.fillLate(root, part);
          pieces.then(there);
        });
  }

  /** Each part in its turn, to be drawn; an anchor is no part, but names the one that follows. */
  private void each(List<Block> blocks, Consumer<Supplier<Node>> take) {
    var waiting = new ArrayList<String>();
    for (Block block : blocks) {
      if (block instanceof Block.Anchor(String name)) {
        waiting.add(name);
      } else {
        var names = List.copyOf(waiting);
        waiting.clear();
        take.accept(() -> named(names, block));
      }
    }
  }

  private Node named(List<String> names, Block block) {
    Node node = node(block);
    names.forEach(name -> anchors.putIfAbsent(name, node));
    return node;
  }

  SteadyBox node() {
    return root;
  }

  /** What stands at an anchor. */
  Optional<Node> at(String anchor) {
    return Optional.ofNullable(anchors.get(anchor));
  }

  private static SteadyBox blocks() {
    var box = new SteadyBox();
    box.getStyleClass().add("help-blocks");
    box.setMinWidth(0);
    return box;
  }

  private SteadyBox box(List<Block> blocks) {
    var box = blocks();
    each(blocks, part -> box.getChildren().add(part.get()));
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
    if (!anchor.isEmpty()) { // a list's: no place of its own
      anchors.putIfAbsent(anchor, heading);
    }
    return heading;
  }

  private SteadyBox quote(List<Block> blocks) {
    var quote = box(blocks);
    quote.getStyleClass().add("help-quote");
    return quote;
  }

  private SteadyBox list(int start, List<List<Block>> items) {
    var list = new SteadyBox();
    list.getStyleClass().add("help-list");
    for (int i = 0; i < items.size(); i++) {
      // not a label, which would have a skin of its own
      var mark = proses.draw(Prose.plain(start == 0 ? "•" : (start + i) + "."), "help-mark");
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
