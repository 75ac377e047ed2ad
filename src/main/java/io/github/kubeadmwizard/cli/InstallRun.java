package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.DryRunExecutor;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.session.Explanations;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;

/** Runs a plan with everybody who listens: the screen, the journal, and Ctrl-C. */
final class InstallRun {
  private final Tools tools;
  private final Output output;
  private final CommonOptions options;
  private final WatchedRun watched;

  InstallRun(Tools tools, Output output, CommonOptions options) {
    this.tools = tools;
    this.output = output;
    this.options = options;
    this.watched = new WatchedRun(tools, output, options);
  }

  /** Changes nothing, and keeps no journal. */
  RunResult onPaper(OpenCluster open, Plan plan, String runId) {
    try (var executor = new DryRunExecutor()) {
      return watched.run(open, plan, runId, executor, new RunValues(), _ -> {});
    }
  }

  /** Does it. */
  RunResult real(OpenCluster open, Plan plan, String runId) throws IOException {
    return real(open, plan, runId, Message.of("cli.install.next", runId));
  }

  /** Does it, and says this when it went well. */
  RunResult real(OpenCluster open, Plan plan, String runId, Message well) throws IOException {
    RunValues values = open.secrets().runValues();
    RunResult result =
        new ClusterRun(tools, output, options).journalled(open, plan, runId, values, _ -> {});
    tellCauses(open, result);
    output.tell(then(result, runId, well));
    return result;
  }

  /** Of failures whose cause is found on their hosts, that cause and what mends it. */
  private void tellCauses(OpenCluster open, RunResult result) {
    var explained =
        new Explanations(tools.workshop(), open.fleet()).of(open.spec(), result.problems());
    explained.stream()
        .filter(problem -> !result.problems().contains(problem))
        .forEach(output::tell);
  }

  /** What the user can do next; practice machines are gone when the program ends. */
  private Message then(RunResult result, String runId, Message well) {
    if (options.practice) {
      return Message.of("cli.practice.next", runId);
    }
    return result.end() == RunEvent.End.DONE ? well : Message.of("cli.install.again", runId);
  }
}
