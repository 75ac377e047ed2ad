package io.github.kubeadmwizard.ui;

import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Mouse, wheel and keys of {@link LineRows}. */
final class LineRowsInput {
  private static final double PIXELS_ACROSS = 40;

  private final LineRows rows;
  private double wheel;

  LineRowsInput(LineRows rows) {
    this.rows = rows;
  }

  /**
   * @param body where the rows are, without the scroll bars
   */
  void listen(Node body) {
    body.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    body.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    rows.addEventHandler(ScrollEvent.SCROLL, this::wheel);
    rows.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void press(MouseEvent event) {
    rows.requestFocus();
    if (event.getButton() == MouseButton.PRIMARY) {
      moveTo(rows.positionAt(event.getY()), event.isShiftDown());
    }
  }

  private void drag(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      rows.followingProperty().set(false);
      long at = rows.positionAt(event.getY());
      moveTo(at, true);
      rows.reveal(rows.selection().lead());
    }
  }

  private void wheel(ScrollEvent event) {
    if (event.isShiftDown() || event.getDeltaX() != 0) {
      rows.scrollAcross(-event.getDeltaX() - (event.isShiftDown() ? event.getDeltaY() : 0));
    } else {
      wheel -= event.getDeltaY() / LineRows.ROW_HEIGHT * 1.5;
      long whole = (long) wheel;
      wheel -= whole;
      rows.scroll(whole);
    }
    event.consume();
  }

  private void key(KeyEvent event) {
    boolean extend = event.isShiftDown();
    boolean known = true;
    switch (event.getCode()) {
      case UP -> step(-1, extend);
      case DOWN -> step(1, extend);
      case PAGE_UP -> step(-page(), extend);
      case PAGE_DOWN -> step(page(), extend);
      case HOME -> goTo(rows.source().first(), extend, false);
      case END -> goTo(rows.lastPosition(), extend, true);
      case LEFT -> rows.scrollAcross(-PIXELS_ACROSS);
      case RIGHT -> rows.scrollAcross(PIXELS_ACROSS);
      case A -> known = event.isShortcutDown() && selectAll();
      case ESCAPE -> known = clear();
      default -> known = false;
    }
    if (known) {
      event.consume();
    }
  }

  private long page() {
    return Math.max(1, rows.fitting() - 1);
  }

  private void step(long by, boolean extend) {
    var selection = rows.selection();
    if (selection.isEmpty()) {
      rows.scroll(by);
      long y = by < 0 ? 0 : rows.fitting() - 1;
      moveTo(rows.source().positionOf(rows.topLine()) + y, extend);
    } else {
      moveTo(rows.source().positionOf(selection.lead()) + by, extend);
      if (by < 0) {
        rows.followingProperty().set(false);
      }
      rows.reveal(selection.lead());
    }
  }

  private void goTo(long position, boolean extend, boolean follow) {
    if (rows.lastPosition() >= rows.source().first()) {
      moveTo(position, extend);
      rows.followingProperty().set(follow);
      rows.reveal(rows.selection().lead());
    }
  }

  private void moveTo(long position, boolean extend) {
    var source = rows.source();
    if (source.first() < source.end()) {
      long at = Math.clamp(position, source.first(), rows.lastPosition());
      rows.selection().moveTo(source.lineAt(at), extend);
      rows.refresh();
      rows.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }
  }

  private boolean selectAll() {
    var source = rows.source();
    if (source.first() < source.end()) {
      rows.selection().select(source.lineAt(source.first()), source.lineAt(rows.lastPosition()));
      rows.refresh();
    }
    return true;
  }

  private boolean clear() {
    boolean was = !rows.selection().isEmpty();
    rows.selection().clear();
    rows.refresh();
    return was;
  }
}
