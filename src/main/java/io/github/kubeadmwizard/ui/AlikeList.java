package io.github.kubeadmwizard.ui;

import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ListViewSkin;
import javafx.scene.control.skin.VirtualFlow;

/**
 * A list whose rows out of sight are taken to be as high as one of the same kind in sight. JavaFX
 * fills and styles a cell to measure each of them, several in each layout, so that with a hundred
 * rows half of the work was for what nobody sees. A row that comes into sight is measured itself.
 */
public final class AlikeList<T> extends ListView<T> {
  private final Function<T, Object> kind;

  /**
   * Over these items.
   *
   * @param kind rows of which this is equal are equally high
   */
  public AlikeList(ObservableList<T> items, Function<T, Object> kind) {
    super(items);
    this.kind = kind;
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new Rows<>(this);
  }

  private boolean isAlike(ListCell<T> cell, Object wanted) {
    return !cell.isEmpty() && cell.getHeight() > 0 && kind.apply(cell.getItem()).equals(wanted);
  }

  private static final class Rows<T> extends ListViewSkin<T> {
    Rows(AlikeList<T> list) {
      super(list);
    }

    @Override
    protected VirtualFlow<ListCell<T>> createVirtualFlow() {
      return new Flow<>((AlikeList<T>) getSkinnable());
    }
  }

  private static final class Flow<T> extends VirtualFlow<ListCell<T>> {
    private final AlikeList<T> list;

    Flow(AlikeList<T> list) {
      this.list = list;
    }

    /** Asked for by JavaFX for what it is measured by. */
    @Override
    public ListCell<T> getCell(int index) {
      return (isOutOfSight(index) ? inSightLike(index) : Optional.<ListCell<T>>empty())
          .orElseGet(() -> super.getCell(index));
    }

    /** The next at either end is where scrolling goes on, and has to be right. */
    private boolean isOutOfSight(int index) {
      ListCell<T> first = getFirstVisibleCell();
      ListCell<T> last = getLastVisibleCell();
      return first != null
          && last != null
          && (index < first.getIndex() - 1 || index > last.getIndex() + 1);
    }

    private Optional<ListCell<T>> inSightLike(int index) {
      if (index < 0 || index >= list.getItems().size()) {
        return Optional.empty();
      }
      Object wanted = list.kind.apply(list.getItems().get(index));
      return getCells().stream().filter(cell -> list.isAlike(cell, wanted)).findFirst();
    }
  }
}
