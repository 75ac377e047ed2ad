package io.github.kubeadmwizard.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Reads running text; of HTML it understands anchors alone. */
final class ProseReader extends AbstractVisitor {
  private static final Pattern ANCHOR =
      Pattern.compile("<a\\s[^>]*(?:id|name)\\s*=\\s*[\"']([^\"']+)[\"']");

  private final List<Run> runs = new ArrayList<>();
  private final List<String> anchors = new ArrayList<>();
  private boolean strong;
  private boolean emphasis;
  private String link = "";

  static Prose read(Node parent) {
    var reader = new ProseReader();
    reader.visitChildren(parent);
    return new Prose(reader.runs, reader.anchors);
  }

  /** The anchors in a piece of HTML. */
  static List<String> anchors(String html) {
    return ANCHOR.matcher(html).results().map(found -> found.group(1)).toList();
  }

  private void add(String text, boolean code) {
    runs.add(new Run(text, strong, emphasis, code, link));
  }

  @Override
  public void visit(Text text) {
    add(text.getLiteral(), false);
  }

  @Override
  public void visit(Code code) {
    add(code.getLiteral(), true);
  }

  @Override
  public void visit(SoftLineBreak lineBreak) {
    add(Prose.SOFT_BREAK, false);
  }

  @Override
  public void visit(HardLineBreak lineBreak) {
    add("\u2028", false);
  }

  @Override
  public void visit(StrongEmphasis node) {
    boolean before = strong;
    strong = true;
    visitChildren(node);
    strong = before;
  }

  @Override
  public void visit(Emphasis node) {
    emphasised(node);
  }

  private void emphasised(Node node) {
    boolean before = emphasis;
    emphasis = true;
    visitChildren(node);
    emphasis = before;
  }

  @Override
  public void visit(Link node) {
    link = node.getDestination();
    visitChildren(node);
    link = "";
  }

  /** Pictures are not brought along; what they show is said. */
  @Override
  public void visit(Image image) {
    emphasised(image);
  }

  @Override
  public void visit(HtmlInline html) {
    if (html.getLiteral().matches("(?i)<br\\s*/?>")) {
      add("\u2028", false);
    }
    anchors.addAll(anchors(html.getLiteral()));
  }

  @Override
  public void visit(HtmlBlock html) {
    anchors.addAll(anchors(html.getLiteral()));
  }
}
