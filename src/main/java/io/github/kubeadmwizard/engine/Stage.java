package io.github.kubeadmwizard.engine;

/**
 * What surrounds an action while it runs.
 *
 * @param runId the run's id, also the ledger's folder on the host
 * @param phase id of the phase
 * @param values what earlier actions gave
 * @param listener takes output, progress and waiting as they come, from any thread
 * @param cancel looked at while waiting; see {@link Action#mayBeInterrupted()}
 */
public record Stage(
    String runId, String phase, RunValues values, RunListener listener, Cancel cancel) {}
