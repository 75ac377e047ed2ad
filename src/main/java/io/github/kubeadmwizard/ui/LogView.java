package io.github.kubeadmwizard.ui;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A run's log: filtered by host and level, searched, followed, selected, copied and saved. It shows
 * a {@link LogModel} and owns nothing of it, so it can be built anew at any time. Work on the whole
 * log is done in the background; this view does as much in a pulse as it has rows.
 */
public final class LogView extends VBox {
  private static final String STYLES = "/ui/log-view.css";

  /** Nobody reads quicker, and drawing text is what a flood of lines costs most. */
  private static final Duration BETWEEN = Duration.ofMillis(25); // every second pulse

  private final LogModel model;
  private final LineRows rows;
  private final LogToolBar tools;
  private final String nothingYet;
  private final String nothingPasses;
  private final OncePerPulse refresh = new OncePerPulse(BETWEEN, this::refresh);
  private final Map<LogLevel, String> levels = new EnumMap<>(LogLevel.class);
  private final Font font = Font.font("Monospaced", 12);
  private LogColumns columns;
  private int knownHosts = -1;
  private Subscription heard = Subscription.EMPTY;

  /**
   * @param chooseFile asks the user for the file to save to, on JavaFX's thread; empty if they
   *     changed their mind
   */
  public LogView(Words words, LogModel model, Supplier<Optional<Path>> chooseFile) {
    this.model = model;
    levels.put(LogLevel.INFO, words.say(Message.of("ui.log.info")));
    levels.put(LogLevel.WARN, words.say(Message.of("ui.log.warn")));
    levels.put(LogLevel.ERROR, words.say(Message.of("ui.log.error")));
    columns = LogColumns.of(font, List.of(), List.copyOf(levels.values()));
    nothingYet = words.say(Message.of("ui.log.empty"));
    nothingPasses = words.say(Message.of("ui.log.nonePass"));
    rows =
        new LineRows(
            model,
            () -> new LogRow(model, levels, () -> columns),
            model.followingProperty(),
            nothingYet);
    rows.setAccessibleText(words.say(Message.of("ui.log")));
    tools =
        new LogToolBar(words, model, new LogActions(words, model, rows, chooseFile), this::step);
    setUp();
  }

  private void setUp() {
    getStyleClass().addAll("log-view", "lines-view");
    getStylesheets().add(LogView.class.getResource(STYLES).toExternalForm());
    setVgrow(rows, Priority.ALWAYS);
    getChildren().addAll(tools, tools.notice(), rows);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    sceneProperty().subscribe(this::listenWhileShown);
  }

  /** Puts the cursor into the search field. */
  public void focusSearch() {
    tools.search().focus();
  }

  /** The model outlives the view, so it must not hold views that nobody sees. */
  private void listenWhileShown(@Nullable Scene scene) {
    heard.unsubscribe();
    heard = scene == null ? Subscription.EMPTY : listen();
    refresh.ask();
  }

  private Subscription listen() {
    return Subscription.combine(
        model.listen(refresh::ask),
        model.followingProperty().subscribe(rows::refresh),
        model
            .filterProperty()
            .subscribe(filter -> {
              rows.forgetWidth();
              tools.show(filter);
            }));
  }

  private void refresh() {
    model.update();
    if (knownHosts != model.store().hosts().size()) {
      var hosts = model.store().hosts();
      knownHosts = hosts.size();
      columns = LogColumns.of(font, hosts, List.copyOf(levels.values()));
      tools.offer(hosts);
    }
    rows.sayWhileEmpty(model.log().end() == 0 ? nothingYet : nothingPasses);
    rows.refresh();
    if (model.chooseMatch(rows.topLine())) {
      rows.revealInMiddle(model.matches().line());
    }
  }

  private void step(int by) {
    long line = model.stepMatch(by);
    if (line >= 0) {
      rows.revealInMiddle(line);
    }
  }

  private void key(KeyEvent event) {
    if (tools.search().take(event)) {
      event.consume();
    } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
      tools.copy();
      event.consume();
    }
  }
}
