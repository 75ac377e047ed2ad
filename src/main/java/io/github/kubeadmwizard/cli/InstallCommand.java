package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.bundle.BundleDirectory;
import io.github.kubeadmwizard.bundle.BundleFailure;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code install}: makes the cluster, or goes on where an earlier run stopped. */
@Command(name = "install")
final class InstallCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  private final ClusterRun clusterRun;
  @Mixin private final HostOptions options = new HostOptions();
  @Mixin private final BundleOption bundle = new BundleOption();

  @Option(names = "--dry-run", descriptionKey = "cli.option.dryRun")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "cli.option.yes")
  private boolean yes;

  InstallCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
    this.clusterRun = new ClusterRun(tools, output, options.common);
  }

  @Override
  public Integer call() throws CommandEnd {
    try {
      return installed();
    } catch (CommandEnd end) {
      if (options.common.json) { // the last line is the same, however early it ends
        new JsonLines(output.out(), output.words(), false)
            .finish(new RunResult(RunEvent.End.FAILED, 0, 0, 0, 0, List.of()));
      }
      throw end;
    }
  }

  private int installed() throws CommandEnd {
    ClusterSpec cluster = bundle.in(options.cluster(tools, output), tools, output);
    verify(cluster);
    if (dryRun) {
      return opened(clusterRun.newId(), cluster);
    }
    return clusterRun.locked(
        cluster.name(),
        runId -> {
          tellOfLastRun(cluster);
          return opened(runId, cluster);
        });
  }

  /** A damaged bundle is found out before any host is touched. */
  private void verify(ClusterSpec cluster) throws CommandEnd {
    Optional<BundleDirectory> chosen = BundleDirectory.of(cluster);
    if (chosen.isEmpty()) {
      return;
    }
    try {
      if (!BundleVerifyCommand.verified(chosen.get(), output, options.common.json)) {
        throw new CommandEnd(ExitCode.CHECKS);
      }
    } catch (BundleFailure failure) {
      output.tell(List.of(failure.problem()), options.common.json);
      throw new CommandEnd(ExitCode.FAILED);
    }
  }

  private void tellOfLastRun(ClusterSpec spec) throws IOException {
    new Runs(tools.directories().state())
        .last(spec.name())
        .filter(last -> last.broken())
        .ifPresent(last -> output.tell(Message.of("cli.install.goesOn", last.directory().runId())));
  }

  private int opened(String runId, ClusterSpec cluster) throws CommandEnd {
    boolean json = options.common.json;
    try (var open = OpenCluster.open(tools, output, options, cluster, ClusterSpec::hosts)) {
      var examined = Examined.all(tools, output, open, json);
      var report = examined.checked(tools, open);
      CheckText.needPassed(report, output, options.common, Message.of("cli.install.blocked"));
      ClusterSpec spec = examined.completed(tools, output, open, json);
      Manifests manifests = Examined.manifests(tools, output, spec, json);
      Plan plan = tools.workshop().planning().plan(spec, examined.plain(), manifests);
      agree(spec, plan);
      var run = new InstallRun(tools, output, options.common);
      RunResult result = dryRun ? run.onPaper(open, plan, runId) : run.real(open, plan, runId);
      return ExitCode.of(result);
    } catch (IOException e) {
      throw clusterRun.noJournal(e);
    }
  }

  private void agree(ClusterSpec spec, Plan plan) throws CommandEnd {
    if (!options.common.json) {
      new PlanSummary(output.words()).lines(spec, plan).forEach(output::line);
    }
    if (yes || dryRun) {
      return;
    }
    new Consent(tools.terminal(), output)
        .ask(Message.of("cli.install.question"), Message.of("cli.install.needsYes"));
  }
}
