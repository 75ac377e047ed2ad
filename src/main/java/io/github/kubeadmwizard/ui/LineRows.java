package io.github.kubeadmwizard.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Rows of equal height over any number of lines: there are only as many nodes as fit, and they are
 * used again when it scrolls. It scrolls by whole rows.
 */
final class LineRows extends Region {
  static final double ROW_HEIGHT = 20;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double MARGIN = 6;

  private final RowSource source;
  private final Supplier<? extends LineRow> newRow;
  private final BooleanProperty following;
  private final LineSelection selection = new LineSelection();
  private final List<LineRow> rows = new ArrayList<>();
  private final Pane body = new Pane();
  private final Rectangle clip = new Rectangle();
  private final ScrollBar down = new ScrollBar();
  private final ScrollBar across = new ScrollBar();
  private final Label empty;
  private final Pieces pieces;
  private long topLine;
  private double widest;
  private boolean isUpdating;

  /**
   * @param following whether the last row stays in view; scrolling up turns it off
   * @param empty what stands there while there are no rows
   */
  LineRows(
      RowSource source,
      Supplier<? extends LineRow> newRow,
      BooleanProperty following,
      String empty) {
    this(source, newRow, following, empty, Pieces.atOnce());
  }

  /** The same, whose rows come as these pieces come. */
  LineRows(
      RowSource source,
      Supplier<? extends LineRow> newRow,
      BooleanProperty following,
      String empty,
      Pieces pieces) {
    this.pieces = pieces;
    this.source = source;
    this.newRow = newRow;
    this.following = following;
    this.empty = new Label(empty);
    getStyleClass().add("line-rows");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setUpParts();
    new LineRowsInput(this).listen(body);
  }

  private void setUpParts() {
    body.setClip(clip);
    empty.getStyleClass().add("empty");
    down.setOrientation(Orientation.VERTICAL);
    down.setUnitIncrement(1);
    across.setUnitIncrement(20);
    for (var bar : List.of(down, across)) {
      bar.setFocusTraversable(false);
    }
    down.valueProperty().subscribe((before, value) -> moved(value.doubleValue()));
    across.valueProperty().subscribe(value -> rows.forEach(row -> row.shift(value.doubleValue())));
    getChildren().addAll(body, empty, down, across);
  }

  private void moved(double value) {
    if (!isUpdating) {
      showFrom(source.first() + Math.round(value));
    }
  }

  RowSource source() {
    return source;
  }

  LineSelection selection() {
    return selection;
  }

  BooleanProperty followingProperty() {
    return following;
  }

  /** The line in the first row. */
  long topLine() {
    return topLine;
  }

  /** How many whole rows fit. */
  int fitting() {
    return (int) Math.max(0, Math.floor((body.getHeight() - 2 * MARGIN) / ROW_HEIGHT));
  }

  /** The position of the row at this height, or of the nearest. */
  long positionAt(double y) {
    long row = (long) Math.floor((y - MARGIN) / ROW_HEIGHT);
    return Math.clamp(
        source.positionOf(topLine) + row, source.first(), Math.max(source.first(), lastPosition()));
  }

  long lastPosition() {
    return source.end() - 1;
  }

  /** Scrolls to the right by so many pixels. */
  void scrollAcross(double by) {
    across.setValue(Math.clamp(across.getValue() + by, 0, across.getMax()));
  }

  /** Scrolls by rows; upwards it stops following. */
  void scroll(long by) {
    if (by < 0) {
      following.set(false);
    }
    if (by < 0 || !following.get()) {
      showFrom(source.positionOf(topLine) + by);
    }
  }

  /** Scrolls as little as needed so that the line is in view. */
  void reveal(long line) {
    long position = source.positionOf(line);
    long top = source.positionOf(topLine);
    if (position < top) {
      showFrom(position);
    } else if (position >= top + fitting()) {
      showFrom(position - fitting() + 1);
    } else {
      refresh();
    }
  }

  /** Like reveal, with lines around it if it has to scroll. */
  void revealInMiddle(long line) {
    long position = source.positionOf(line);
    long top = source.positionOf(topLine);
    boolean isLaidOut = fitting() > 0;
    if (isLaidOut && (position < top || position >= top + fitting())) {
      showFrom(position - fitting() / 2);
    } else {
      refresh();
    }
  }

  /** Begins with this line, or as near to it as it goes. */
  void scrollTo(long line) {
    topLine = line;
    refresh();
  }

  /** What stands there while there are no rows. */
  void sayWhileEmpty(String sentence) {
    empty.setText(sentence);
  }

  private void showFrom(long position) {
    if (position < source.end() - fitting()) {
      following.set(false);
    }
    topLine = lineAt(clampTop(position));
    refresh();
  }

  private long clampTop(long position) {
    return Math.max(source.first(), Math.min(position, source.end() - fitting()));
  }

  private long lineAt(long position) {
    return position < source.end() ? source.lineAt(position) : 0;
  }

  /** The text of the rows may be of another width now. */
  void forgetWidth() {
    widest = 0;
    across.setValue(0);
  }

  /** Shows what the source has now. */
  void refresh() {
    long top = clampTop(following.get() ? source.end() : source.positionOf(topLine));
    topLine = lineAt(top);
    for (int i = 0; i < rows.size(); i++) {
      show(rows.get(i), top + i);
    }
    empty.setVisible(source.first() == source.end());
    updateBars(top);
  }

  private void show(LineRow row, long position) {
    boolean isThere = position < source.end();
    row.node().setVisible(isThere);
    if (isThere) {
      row.show(position);
      boolean selected = selection.contains(source.lineAt(position));
      row.node().pseudoClassStateChanged(SELECTED, selected);
      widest = Math.max(widest, row.wholeWidth());
    }
  }

  private void updateBars(long top) {
    long room = fitting();
    long count = source.end() - source.first();
    isUpdating = true;
    down.setMax((double) Math.max(0, count - room));
    down.setVisibleAmount(count == 0 ? 0 : down.getMax() * room / count);
    down.setBlockIncrement((double) Math.max(1, room - 1));
    down.setValue((double) (top - source.first()));
    isUpdating = false;
    appear(down, count > room);
    updateAcross();
  }

  private void updateAcross() {
    double over = Math.max(0, widest - body.getWidth());
    if (over != across.getMax()) {
      across.setMax(over);
      across.setVisibleAmount(over * body.getWidth() / Math.max(1, widest));
      across.setBlockIncrement(body.getWidth() / 2);
      across.setValue(Math.min(across.getValue(), over));
    }
    appear(across, over > 0);
  }

  private void appear(ScrollBar bar, boolean isNeeded) {
    if (bar.isVisible() != isNeeded) {
      bar.setVisible(isNeeded);
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    double bar = down.isVisible() ? down.prefWidth(-1) : 0;
    double below = across.isVisible() ? across.prefHeight(-1) : 0;
    double width = snappedInside(getWidth(), snappedLeftInset() + snappedRightInset() + bar);
    double height = snappedInside(getHeight(), snappedTopInset() + snappedBottomInset() + below);
    double x = snappedLeftInset();
    double y = snappedTopInset();
    body.resizeRelocate(x, y, width, height);
    clip.setWidth(width);
    clip.setHeight(height);
    empty.resizeRelocate(x, y, width, height);
    down.resizeRelocate(x + width, y, bar, height);
    across.resizeRelocate(x, y + height, width, below);
    layoutRows(width);
  }

  private static double snappedInside(double whole, double around) {
    return Math.max(0, whole - around);
  }

  private void layoutRows(double width) {
    while (rows.size() > fitting()) {
      body.getChildren().remove(rows.removeLast().node());
    }
    long began = System.nanoTime();
    boolean more = true;
    while (more && rows.size() < fitting()) {
      var row = newRow.get();
      row.node().setManaged(false);
      rows.add(row);
      body.getChildren().add(row.node());
      row.node().applyCss();
      row.shift(across.getValue());
      more = pieces.areAtOnce() || System.nanoTime() - began < Pieces.ENOUGH_NANOS;
    }
    if (rows.size() < fitting()) {
      Platform.runLater(this::requestLayout); // the others in the next pulse
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).node().resizeRelocate(0, MARGIN + i * ROW_HEIGHT, width, ROW_HEIGHT);
    }
    refresh();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 11 * ROW_HEIGHT + 2 * MARGIN;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 3 * ROW_HEIGHT + 2 * MARGIN;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 600;
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case ITEM_COUNT -> rows.size();
      case ITEM_AT_INDEX -> rows.get((int) parameters[0]).node();
      case FOCUS_ITEM -> leadRow();
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  private @Nullable Region leadRow() {
    long row = source.positionOf(selection.lead()) - source.positionOf(topLine);
    return !selection.isEmpty() && row >= 0 && row < rows.size()
        ? rows.get((int) row).node()
        : null;
  }
}
