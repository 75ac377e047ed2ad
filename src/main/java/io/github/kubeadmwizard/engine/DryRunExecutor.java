package io.github.kubeadmwizard.engine;

import io.github.kubeadmwizard.text.Message;

/** Runs a plan on paper. There is no connection in it, so no line of it can forget that. */
public final class DryRunExecutor implements Executor {
  private static final Outcome ON_PAPER = new Outcome.Skipped(Message.of("engine.skipped.dryRun"));

  @Override
  public Outcome apply(HostName host, Action action, Stage stage) {
    return ON_PAPER;
  }

  @Override
  public void close() {}
}
