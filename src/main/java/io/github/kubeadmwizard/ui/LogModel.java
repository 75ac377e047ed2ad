package io.github.kubeadmwizard.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * What one looks at in a log: filter, search, whether it follows. It knows no control and outlives
 * the views that are built for it, so that a change of language loses nothing. On JavaFX's thread.
 */
public final class LogModel implements RowSource {
  private final LogStore store;
  private final Executor background;
  private final ObjectProperty<LogFilter> filter =
      new SimpleObjectProperty<>(LogFilter.everything());
  private final StringProperty search = new SimpleStringProperty("");
  private final BooleanProperty following = new SimpleBooleanProperty(true);
  private final ReadOnlyObjectWrapper<MatchCount> count =
      new ReadOnlyObjectWrapper<>(MatchCount.NONE);
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final LogReader reader = new LogReader();
  private LogSnapshot log;
  private Passing passing = Passing.all();
  private @Nullable Passing next;
  private Matches matches = Matches.none();

  /**
   * @param store what is shown; the model only reads it
   */
  public LogModel(LogStore store) {
    this(store, new BackgroundThread("log search"));
  }

  LogModel(LogStore store, Executor background) {
    this.store = store;
    this.background = background;
    this.log = store.snapshot();
    filter.subscribe(this::filterAnew);
    search.subscribe(this::searchAnew);
  }

  /** Which lines are shown. Setting it filters. */
  public ObjectProperty<LogFilter> filterProperty() {
    return filter;
  }

  /** What is searched for; empty for nothing. */
  public StringProperty searchProperty() {
    return search;
  }

  /** Whether the newest line stays in view. */
  public BooleanProperty followingProperty() {
    return following;
  }

  ReadOnlyObjectProperty<MatchCount> countProperty() {
    return count.getReadOnlyProperty();
  }

  LogStore store() {
    return store;
  }

  LogSnapshot log() {
    return log;
  }

  Needle needle() {
    return matches.needle();
  }

  Matches matches() {
    return matches;
  }

  /**
   * Calls this on any thread when there may be something new to show.
   *
   * @return ends it
   */
  Subscription listen(Runnable listener) {
    listeners.add(listener);
    return store.listen(listener).and(() -> listeners.remove(listener));
  }

  /** Takes what has come by now: after it, first, end and all lines are of one moment. */
  void update() {
    if (next != null && next.isReady()) {
      passing.stop();
      passing = next;
      next = null;
    }
    passing.update();
    log = store.snapshot(); // after the index: so it has every line that the index names
    matches.update(log.first());
    count.set(matches.count());
  }

  /** Chooses a match from this line on if none is; whether it did. */
  boolean chooseMatch(long fromLine) {
    boolean chosen = matches.chooseFrom(fromLine);
    count.set(matches.count());
    return chosen;
  }

  /** Chooses the next (1) or previous (-1) match; its line, or -1. */
  long stepMatch(int by) {
    matches.step(by);
    count.set(matches.count());
    return matches.line();
  }

  /** The line at this position, or null if it was pushed out of the log. */
  @Nullable LogLine line(long position) {
    return reader.line(log, passing.lineAt(position));
  }

  @Override
  public long first() {
    return passing.first(log);
  }

  @Override
  public long end() {
    return passing.end(log);
  }

  @Override
  public long lineAt(long position) {
    return passing.lineAt(position);
  }

  @Override
  public long positionOf(long line) {
    return passing.positionOf(line, log);
  }

  private void filterAnew() {
    if (next != null) {
      next.stop();
    }
    if (filter.get().isEverything()) {
      passing.stop();
      passing = Passing.all();
      next = null;
    } else {
      next = Passing.of(scan(LogRule.of(store, filter.get())), store.end());
      next.update();
    }
    searchAnew();
  }

  private void searchAnew() {
    matches.stop();
    var needle = new Needle(search.get());
    matches =
        needle.isEmpty()
            ? Matches.none()
            : Matches.of(needle, scan(LogRule.of(store, filter.get(), needle)), store.end());
    news();
  }

  private LogScan scan(LogRule rule) {
    return new LogScan(store, rule, background, this::news);
  }

  private void news() {
    listeners.forEach(Runnable::run);
  }
}
