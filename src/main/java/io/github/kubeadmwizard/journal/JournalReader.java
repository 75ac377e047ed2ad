package io.github.kubeadmwizard.journal;

import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reads the lines of a run. A torn last line (the program was killed), lines of a later version and
 * fields that it does not know are passed over.
 */
public final class JournalReader {
  private final RunDirectory directory;

  /** A reader of this run. */
  public JournalReader(RunDirectory directory) {
    this.directory = directory;
  }

  /**
   * Gives every event, in order, without holding all of them.
   *
   * @throws IOException if the journal cannot be read
   */
  public void events(Consumer<RunEvent> taker) throws IOException {
    each(directory.journal(), RunEvent.class, taker);
  }

  /**
   * The copy of the ledger, in order.
   *
   * @throws IOException if it cannot be read
   */
  public List<LedgerEntry> ledger() throws IOException {
    var entries = new ArrayList<LedgerEntry>();
    each(directory.ledger(), LedgerEntry.class, entries::add);
    return List.copyOf(entries);
  }

  private static <T> void each(Path file, Class<T> type, Consumer<T> taker) throws IOException {
    // Latin-1 would break Chinese, strict UTF-8 would stop at a character that was cut in two.
    try (var reader =
            new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        Stream<String> lines = reader.lines()) {
      lines.map(line -> parsed(type, line)).flatMap(Optional::stream).forEach(taker);
    } catch (NoSuchFileException _) {
      return; // a run that was ended before its first line
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static <T> Optional<T> parsed(Class<T> type, String line) {
    try {
      return Json.object(line).map(tree -> TreeRecord.read(type, tree));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
