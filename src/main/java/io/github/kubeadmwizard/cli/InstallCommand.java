package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.bundle.BundleDirectory;
import io.github.kubeadmwizard.bundle.BundleFailure;
import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.journal.ClusterLock;
import io.github.kubeadmwizard.journal.RunIds;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.security.SecureRandom;
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
  private final Runs runs;
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
    this.runs = new Runs(tools.directories().state());
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
    String runId = new RunIds(tools.clock(), new SecureRandom()).next();
    if (dryRun) {
      return opened(runId, cluster);
    }
    try (ClusterLock lock = runs.lock(cluster.name(), runId)) {
      if (lock instanceof ClusterLock.Held(String who)) {
        output.tell(Message.of("cli.install.held", cluster.name(), who));
        throw new CommandEnd(ExitCode.FAILED);
      }
      tellOfLastRun(cluster);
      return opened(runId, cluster);
    } catch (IOException e) {
      throw noJournal(e);
    }
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
    runs.last(spec.name())
        .filter(last -> last.broken())
        .ifPresent(last -> output.tell(Message.of("cli.install.goesOn", last.directory().runId())));
  }

  private int opened(String runId, ClusterSpec cluster) throws CommandEnd {
    boolean json = options.common.json;
    try (var open = OpenCluster.open(tools, output, options, cluster, ClusterSpec::hosts)) {
      var examined = Examined.all(tools, output, open, json);
      show(examined.checked(tools, open));
      ClusterSpec spec = examined.completed(tools, output, open, json);
      Manifests manifests = Examined.manifests(tools, output, spec, json);
      Plan plan = tools.workshop().planning().plan(spec, examined.plain(), manifests);
      agree(spec, plan);
      var run = new InstallRun(tools, output, options.common);
      RunResult result = dryRun ? run.onPaper(open, plan, runId) : run.real(open, plan, runId);
      return result.end() == RunEvent.End.DONE ? ExitCode.DONE : ExitCode.FAILED;
    } catch (IOException e) {
      throw noJournal(e);
    }
  }

  private CommandEnd noJournal(IOException e) {
    output.tell(
        Message.of(
            "cli.install.noJournal",
            tools.directories().state().toString(),
            String.valueOf(e.getMessage())));
    return new CommandEnd(ExitCode.FAILED);
  }

  private void show(CheckReport report) throws CommandEnd {
    var text = new CheckText(output.words());
    if (options.common.json) {
      text.json(report).forEach(output::line);
    } else {
      text.lines(report, options.common.verbose).forEach(output::line);
    }
    if (report.blocks()) {
      output.tell(Message.of("cli.install.blocked"));
      throw new CommandEnd(ExitCode.CHECKS);
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
