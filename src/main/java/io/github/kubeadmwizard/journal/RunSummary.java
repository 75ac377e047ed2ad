package io.github.kubeadmwizard.journal;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A run in a few words.
 *
 * @param directory where it is kept
 * @param started when it began; empty if it was ended before its first line
 * @param result how it ended; empty if it was killed, or runs still
 * @param open actions that had begun and had not ended, by host
 */
public record RunSummary(
    RunDirectory directory,
    Optional<Instant> started,
    Optional<RunResult> result,
    Map<HostName, Place> open) {
  public RunSummary {
    open = Map.copyOf(open);
  }

  /** An action of a phase. */
  public record Place(String phase, String action) {}

  /** Whether it never came to its end. */
  public boolean broken() {
    return result.isEmpty();
  }

  /**
   * The summary of a run.
   *
   * @throws IOException if the journal cannot be read
   */
  public static RunSummary of(RunDirectory directory) throws IOException {
    var reading = new Reading();
    new JournalReader(directory).events(reading::take);
    return new RunSummary(directory, reading.started, reading.result, reading.open);
  }

  private static final class Reading {
    private Optional<Instant> started = Optional.empty();
    private Optional<RunResult> result = Optional.empty();
    private final Map<HostName, Place> open = new LinkedHashMap<>();

    void take(RunEvent event) {
      switch (event) {
        case RunEvent.RunStarted begun -> started = Optional.of(begun.at());
        case RunEvent.ActionStarted begun ->
            open.put(begun.host(), new Place(begun.phase(), begun.action()));
        case RunEvent.ActionFinished ended -> open.remove(ended.host());
        case RunEvent.RunFinished ended -> result = Optional.of(ended.result());
        default -> {}
      }
    }
  }
}
