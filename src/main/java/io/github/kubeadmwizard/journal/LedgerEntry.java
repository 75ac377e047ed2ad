package io.github.kubeadmwizard.journal;

import io.github.kubeadmwizard.engine.Before;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.RunEvent;
import java.time.Instant;

/**
 * A line of the copy of the ledger.
 *
 * @param at when the host's report came
 * @param phase the phase's id
 * @param action the action's id
 * @param before what was there before this action changed it
 */
public record LedgerEntry(Instant at, HostName host, String phase, String action, Before before) {

  static LedgerEntry of(RunEvent.ActionFinished finished, Before before) {
    return new LedgerEntry(
        finished.at(), finished.host(), finished.phase(), finished.action(), before);
  }
}
