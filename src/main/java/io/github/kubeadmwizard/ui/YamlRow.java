package io.github.kubeadmwizard.ui;

import java.util.List;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** A line of YAML on the screen: a band if it is marked, its number, its coloured text. */
final class YamlRow extends Region implements LineRow {
  private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
  private static final double GAP = 12;

  private final TextModel model;
  private final String marked;
  private final Region band = new Region();
  private final Text number = new Text();
  private final TextFlow text = new TextFlow();
  private final Marks marks = new Marks();
  private final Pane shifted = new Pane(marks.node(), text);
  private final Rectangle clip = new Rectangle();
  private double left;
  private double shift;
  private long line;

  /**
   * @param marked what a mark means, for those who do not see it
   */
  YamlRow(TextModel model, String marked) {
    this.model = model;
    this.marked = marked;
    getStyleClass().add("line-row");
    setAccessibleRole(AccessibleRole.LIST_ITEM);
    band.getStyleClass().add("band");
    number.getStyleClass().add("number");
    number.setTextOrigin(VPos.CENTER);
    number.setLayoutY(LineRows.ROW_HEIGHT / 2);
    for (var part : List.of(band, number, shifted, marks.node(), text)) {
      part.setManaged(false);
    }
    shifted.setMouseTransparent(true);
    band.resizeRelocate(0, 0, 4, LineRows.ROW_HEIGHT);
    getChildren().addAll(shifted, band, number);
  }

  @Override
  public Region node() {
    return this;
  }

  @Override
  public void show(long position) {
    line = position;
    pseudoClassStateChanged(MARKED, model.isMarked(line));
    band.setVisible(model.isMarked(line));
    number.setText(Long.toString(line + 1));
    placeNumber();
    var whole = model.line(line);
    var pieces = model.spans(line).stream().map(span -> piece(whole, span)).toList();
    text.getChildren().setAll(pieces);
    text.applyCss();
    double height = text.prefHeight(-1);
    text.resizeRelocate(0, (LineRows.ROW_HEIGHT - height) / 2, text.prefWidth(-1), height);
    marks.node().setLayoutY(text.getLayoutY());
    marks.show(whole, model.needle(), model.chosenIn(line), this::shape);
  }

  private PathElement[] shape(int from, int to) {
    return text.getRangeShape(from, to, false);
  }

  private static Text piece(String whole, YamlSpan span) {
    var piece = new Text(whole.substring(span.from(), span.to()));
    piece.getStyleClass().add(span.kind().style());
    return piece;
  }

  private void placeNumber() {
    var widest = new Text(Long.toString(Math.max(10, model.end())));
    widest.setFont(Font.font("Monospaced", 12));
    double gutter = GAP + widest.getLayoutBounds().getWidth();
    number.setLayoutX(Math.rint(gutter - number.getLayoutBounds().getWidth()));
    left = Math.rint(gutter + GAP);
    place();
  }

  private void place() {
    shifted.relocate(left - shift, 0);
    shifted.setClip(shift == 0 ? null : clip);
    clip.setX(shift - 4);
    clip.setWidth(Math.max(0, getWidth() - left + 4));
    clip.setHeight(LineRows.ROW_HEIGHT);
  }

  @Override
  public double wholeWidth() {
    return left + text.getWidth() + GAP;
  }

  @Override
  public void shift(double x) {
    shift = x;
    place();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? number.getText() + " " + content() + (model.isMarked(line) ? ", " + marked : "")
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  private String content() {
    return text.getChildren().stream()
        .map(piece -> ((Text) piece).getText())
        .collect(Collectors.joining());
  }
}
