package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.addons.LivingNetwork;
import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.install.NetworkSwitch;
import io.github.kubeadmwizard.install.SwitchWay;
import io.github.kubeadmwizard.journal.ClusterLock;
import io.github.kubeadmwizard.journal.RunIds;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.running.RunningCluster;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code switch-cni}: gives a cluster that stands the pod network that its file asks for. */
@Command(name = "switch-cni")
final class SwitchCniCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();

  @Option(names = "--dry-run", descriptionKey = "cli.option.dryRun")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      descriptionKey = "cli.option.yes")
  private boolean yes;

  SwitchCniCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    ClusterSpec wish = options.cluster(tools, output).with(AddonsSpec.DEFAULT);
    try (var open = OpenCluster.open(tools, output, options, wish, ClusterSpec::hosts)) {
      open.needAll(output, options.common.json);
      if (options.common.practice
          && !Practising.restored(tools, open, wish.with(CniSpec.DEFAULT))) {
        output.tell(Message.of("cli.practice.notInstalled", wish.name()));
        return ExitCode.FAILED;
      }
      LivingNetwork living = living(open);
      var examined = Examined.all(tools, output, open, options.common.json);
      return switch (SwitchWay.of(wish, living, examined.plain())) {
        case SwitchWay.Refused(var problem) -> {
          output.tell(List.of(problem), options.common.json);
          yield ExitCode.FAILED;
        }
        case SwitchWay.Same _ -> {
          output.tell(Message.of("cli.switch.same", text(wish.cni())));
          yield ExitCode.DONE;
        }
        case SwitchWay.WithinFlannel way -> switched(open, examined, living, way);
      };
    }
  }

  private LivingNetwork living(OpenCluster open) throws CommandEnd {
    return switch (new FirstControlPlane(output, open).podNetwork()) {
      case RunningCluster.Answer.Is<LivingNetwork>(var living) -> living;
      case RunningCluster.Answer.NoCluster<LivingNetwork> _ ->
          throw FirstControlPlane.noCluster(output, open);
      case RunningCluster.Answer.Silent<LivingNetwork>(var _, var said) -> {
        output.tell(Message.of("cli.status.noAnswer"));
        said.forEach(line -> output.err().println("  | " + Printable.of(line)));
        throw new CommandEnd(ExitCode.FAILED);
      }
    };
  }

  private static String text(CniSpec cni) {
    return "Flannel " + cni.backend().orElse("vxlan");
  }

  private int switched(
      OpenCluster open, Examined examined, LivingNetwork living, SwitchWay.WithinFlannel way)
      throws CommandEnd {
    boolean json = options.common.json;
    show(examined.checked(tools, open).without("LeftoverCni")); // that it is there is why
    ClusterSpec spec = examined.completed(tools, output, open, json);
    var manifests = Examined.manifests(tools, output, spec, json);
    Plan plan = tools.workshop().planning().switching(spec, examined.plain(), manifests);
    way.words(living, plan.hosts().size()).forEach(output::tell);
    String runId = new RunIds(tools.clock(), new SecureRandom()).next();
    var run = new InstallRun(tools, output, options.common);
    if (dryRun) {
      return exit(run.onPaper(open, plan, runId));
    }
    agree();
    var runs = new Runs(tools.directories().state());
    try (ClusterLock lock = runs.lock(spec.name(), runId)) {
      if (lock instanceof ClusterLock.Held(String who)) {
        output.tell(Message.of("cli.install.held", spec.name(), who));
        return ExitCode.FAILED;
      }
      RunResult result =
          run.real(open, plan, runId, Message.of("cli.switch.done", way.to(), runId));
      if (result.end() != RunEvent.End.DONE) {
        tidy(open);
      }
      return exit(result);
    } catch (IOException e) {
      var place = tools.directories().state().toString();
      output.tell(Message.of("cli.install.noJournal", place, String.valueOf(e.getMessage())));
      return ExitCode.FAILED;
    }
  }

  private static int exit(RunResult result) {
    return result.end() == RunEvent.End.DONE ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** Test pods are of no use to a cluster; the next run makes them again. */
  private void tidy(OpenCluster open) throws IOException {
    output.tell(Message.of("cli.switch.tidying"));
    String runId = new RunIds(tools.clock(), new SecureRandom()).next();
    new ClusterRun(tools, output, options.common)
        .journalled(
            open, NetworkSwitch.tidying(open.spec()), runId, open.secrets().runValues(), _ -> {});
  }

  private void show(CheckReport report) throws CommandEnd {
    var text = new CheckText(output.words());
    if (options.common.json) {
      text.json(report).forEach(output::line);
    } else {
      text.lines(report, options.common.verbose).forEach(output::line);
    }
    if (report.blocks()) {
      output.tell(Message.of("cli.switch.blocked"));
      throw new CommandEnd(ExitCode.CHECKS);
    }
  }

  private void agree() throws CommandEnd {
    if (!yes) {
      new Consent(tools.terminal(), output)
          .ask(Message.of("cli.switch.question"), Message.of("cli.install.needsYes"));
    }
  }
}
