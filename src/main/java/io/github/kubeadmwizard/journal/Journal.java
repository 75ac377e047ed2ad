package io.github.kubeadmwizard.journal;

import io.github.kubeadmwizard.engine.Before;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunListener;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a run tells as JSON lines, each one as it comes, and beside it the copy of the
 * ledger: what hosts reported before each change. Secrets are covered on the way. A disk that takes
 * no more does not end the run; see {@link #trouble}.
 */
public final class Journal implements RunListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

  private final RecordTree tree;
  private final LineFile events;
  private final LineFile ledger;
  private volatile Optional<IOException> trouble = Optional.empty();

  /**
   * @param directory the run's own; must be there
   * @param mask covers the secrets in a text
   * @throws IOException if the files cannot be made
   */
  Journal(RunDirectory directory, UnaryOperator<String> mask) throws IOException {
    this.tree = new RecordTree(mask);
    this.events = new LineFile(directory.journal());
    this.ledger = new LineFile(directory.ledger());
  }

  @Override
  public void accept(RunEvent event) {
    if (event instanceof RunEvent.ActionFinished finished
        && finished.outcome() instanceof Outcome.Changed changed) {
      for (Before before : changed.before()) {
        write(ledger, LedgerEntry.of(finished, before));
      }
    }
    write(events, (Record) event);
  }

  private void write(LineFile file, Record value) {
    try {
      file.add(tree.of(value));
    } catch (IOException e) {
      if (trouble.isEmpty()) {
        LOG.warn("the journal cannot be written", e);
        trouble = Optional.of(e);
      }
    }
  }

  /** Why something could not be written, if so; the run itself went on. */
  public Optional<IOException> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    try (events;
        ledger) {
      ledger.force();
    } catch (IOException e) {
      LOG.warn("the journal cannot be closed", e);
    }
  }
}
