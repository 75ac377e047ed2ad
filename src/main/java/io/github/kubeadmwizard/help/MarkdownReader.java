package io.github.kubeadmwizard.help;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Reads Markdown, with tables, into what can be drawn. */
final class MarkdownReader {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final Map<String, Integer> taken = new HashMap<>();

  private MarkdownReader() {}

  static Document read(String file, String markdown) {
    var blocks = new MarkdownReader().blocks(PARSER.parse(markdown));
    String title =
        blocks.stream()
            .filter(Block.Heading.class::isInstance)
            .findFirst()
            .map(heading -> ((Block.Heading) heading).prose().text())
            .orElse(file);
    return new Document(file, title, blocks);
  }

  private List<Block> blocks(Node parent) {
    var blocks = new ArrayList<Block>();
    for (Node node : children(parent)) {
      add(node, blocks);
    }
    return blocks;
  }

  private void add(Node node, List<Block> blocks) {
    switch (node) {
      case Heading heading -> blocks.add(heading(heading));
      case Paragraph paragraph -> addProse(ProseReader.read(paragraph), blocks);
      case FencedCodeBlock code -> blocks.add(new Block.Code(code.getLiteral().stripTrailing()));
      case IndentedCodeBlock code -> blocks.add(new Block.Code(code.getLiteral().stripTrailing()));
      case BulletList list -> blocks.add(new Block.Items(0, items(list)));
      case OrderedList list -> blocks.add(new Block.Items(start(list), items(list)));
      case BlockQuote quote -> blocks.add(new Block.Quote(blocks(quote)));
      case TableBlock table -> blocks.add(table(table));
      case ThematicBreak _ -> blocks.add(new Block.Rule());
      case HtmlBlock html ->
          ProseReader.anchors(html.getLiteral())
              .forEach(name -> blocks.add(new Block.Anchor(name)));
      default -> {} // definitions of links: nothing to draw
    }
  }

  private static void addProse(Prose prose, List<Block> blocks) {
    if (prose.text().isBlank()) {
      prose.anchors().forEach(name -> blocks.add(new Block.Anchor(name)));
    } else {
      blocks.add(new Block.Paragraph(prose));
    }
  }

  private static int start(OrderedList list) {
    Integer start = list.getMarkerStartNumber();
    return start == null ? 1 : Math.max(1, start);
  }

  private List<List<Block>> items(Node list) {
    return children(list).stream().map(this::blocks).toList();
  }

  private Block.Heading heading(Heading node) {
    var prose = ProseReader.read(node);
    String name = slug(prose.text());
    int before = taken.merge(name, 1, Integer::sum) - 1;
    return new Block.Heading(node.getLevel(), prose, before == 0 ? name : name + "-" + before);
  }

  /** As code hosts name headings: {@code What is kept} is {@code what-is-kept}. */
  private static String slug(String heading) {
    return heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
        .replace(' ', '-');
  }

  private static Block.Table table(TableBlock table) {
    var head = new ArrayList<Prose>();
    var rows = new ArrayList<List<Prose>>();
    for (Node part : children(table)) {
      for (Node row : children(part)) {
        var cells = children(row).stream().map(ProseReader::read).toList();
        if (row instanceof TableRow && part instanceof TableHead) {
          head.addAll(cells);
        } else if (row instanceof TableRow && part instanceof TableBody) {
          rows.add(cells);
        }
      }
    }
    return new Block.Table(head, rows);
  }

  private static List<Node> children(Node parent) {
    var children = new ArrayList<Node>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      children.add(node);
    }
    return children;
  }
}
