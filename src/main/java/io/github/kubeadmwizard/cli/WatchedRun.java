package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.Executor;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunListener;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.engine.Runner;
import io.github.kubeadmwizard.engine.Underway;

/** Walks a plan while the screen tells of it and Ctrl-C stops it. */
final class WatchedRun {
  private final Tools tools;
  private final Output output;
  private final CommonOptions options;

  WatchedRun(Tools tools, Output output, CommonOptions options) {
    this.tools = tools;
    this.output = output;
    this.options = options;
  }

  /**
   * To its end.
   *
   * @param listener hears everything before the screen does
   */
  RunResult run(
      OpenCluster open,
      Plan plan,
      String runId,
      Executor executor,
      RunValues values,
      RunListener listener) {
    var cancel = new Cancel();
    var underway = new Underway();
    try (var view = RunView.of(tools, output, options);
        var _ =
            tools
                .interrupts()
                .watch(new StopOnInterrupt(cancel, underway, view, tools.interrupts()))) {
      RunListener all =
          event -> {
            listener.accept(event);
            underway.accept(event);
            view.accept(event);
          };
      return new Runner(executor, open.spec().ssh().parallel())
          .run(plan, runId, values, all, cancel);
    }
  }
}
