package io.github.kubeadmwizard.ui;

import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Copies and saves lines of a log, off JavaFX's thread. */
final class LogActions {
  /** More lines would hold up the clipboard; saving has no such limit. */
  static final int MOST_COPIED = 10_000;

  private final Words words;
  private final LogModel model;
  private final LineRows rows;
  private final Supplier<Optional<Path>> chooseFile;
  private final Executor background = new BackgroundThread("log writer");

  LogActions(Words words, LogModel model, LineRows rows, Supplier<Optional<Path>> chooseFile) {
    this.words = words;
    this.model = model;
    this.rows = rows;
    this.chooseFile = chooseFile;
  }

  /** Hands over the selected lines, or where none are all that are shown. */
  void copy(Consumer<String> use) {
    var selection = rows.selection();
    long from = selection.isEmpty() ? 0 : selection.from();
    long to = selection.isEmpty() ? Long.MAX_VALUE - 1 : selection.to();
    var text = text();
    background.execute(() -> {
      var lines = text.lines(from, to, MOST_COPIED);
      Platform.runLater(() -> use.accept(lines));
    });
  }

  /** Asks for a file, writes to it all lines that the filter passes, and tells how it went. */
  void save(Consumer<String> tell) {
    var text = text();
    chooseFile
        .get()
        .ifPresent(file ->
            background.execute(() -> {
              var said = words.say(write(text, file));
              Platform.runLater(() -> tell.accept(said));
            }));
  }

  private static Message write(LogText text, Path file) {
    try {
      return Message.of("ui.log.saved", text.write(file), file);
    } catch (IOException e) {
      return Message.of("ui.log.notSaved", file, why(e));
    }
  }

  private static Object why(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> Message.of("ui.file.denied");
      case NoSuchFileException _ -> Message.of("ui.file.noFolder");
      case FileSystemException f when f.getReason() != null -> String.valueOf(f.getReason());
      default -> String.valueOf(e.getMessage());
    };
  }

  private LogText text() {
    return new LogText(model.store(), model.filterProperty().get(), ZoneId.systemDefault());
  }
}
