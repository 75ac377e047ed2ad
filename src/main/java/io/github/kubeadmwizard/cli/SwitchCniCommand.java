package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.addons.LivingNetwork;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.install.NetworkSwitch;
import io.github.kubeadmwizard.install.SwitchWay;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
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
        case SwitchWay.Possible way -> switched(open, examined, living, way);
      };
    }
  }

  private LivingNetwork living(OpenCluster open) throws CommandEnd {
    var living = new FirstControlPlane(output, open).podNetwork();
    return FirstControlPlane.value(living, output, open);
  }

  private static String text(CniSpec cni) {
    return cni.name() == CniSpec.Name.FLANNEL
        ? "Flannel " + cni.backend().orElse("vxlan")
        : cni.manifest().orElse(SwitchWay.key(cni.name()));
  }

  private int switched(
      OpenCluster open, Examined examined, LivingNetwork living, SwitchWay.Possible way)
      throws CommandEnd {
    boolean json = options.common.json;
    var report = examined.checked(tools, open).without("LeftoverCni"); // that it is there is why
    CheckText.needPassed(report, output, options.common, Message.of("cli.switch.blocked"));
    ClusterSpec spec = examined.completed(tools, output, open, json);
    var manifests = Examined.manifests(tools, output, spec, json);
    if (SwitchWay.fitted(way, spec, living, manifests) instanceof SwitchWay.Same) {
      output.tell(Message.of("cli.switch.sameByName", text(spec.cni())));
      return ExitCode.DONE;
    }
    var planning = tools.workshop().planning();
    Plan plan = planning.switching(spec, examined.plain(), manifests, way.leaving());
    way.words(living, plan.hosts().size()).forEach(output::tell);
    var run = new InstallRun(tools, output, options.common);
    var cluster = new ClusterRun(tools, output, options.common);
    if (dryRun) {
      return ExitCode.of(run.onPaper(open, plan, cluster.newId()));
    }
    agree(way);
    return cluster.locked(
        spec.name(),
        runId -> {
          var well =
              Message.of(of(way, "cli.switch.plugins.done", "cli.switch.done"), way.to(), runId);
          RunResult result = run.real(open, plan, runId, well);
          if (result.end() != RunEvent.End.DONE) {
            warn(way);
            tidy(open, cluster);
          }
          return ExitCode.of(result);
        });
  }

  /** Test pods are of no use to a cluster; the next run makes them again. */
  private void tidy(OpenCluster open, ClusterRun cluster) throws IOException {
    output.tell(Message.of("cli.switch.tidying"));
    Plan plan = NetworkSwitch.tidying(open.spec());
    cluster.journalled(open, plan, cluster.newId(), open.secrets().runValues(), _ -> {});
  }

  /** Between two plugins nodes cannot reach each other's pods. */
  private void warn(SwitchWay.Possible way) {
    if (way.leaving().isPresent()) {
      output.tell(Message.of("cli.switch.plugins.broken"));
    }
  }

  private static String of(SwitchWay.Possible way, String between, String within) {
    return way.leaving().isPresent() ? between : within;
  }

  private void agree(SwitchWay.Possible way) throws CommandEnd {
    if (!yes) {
      new Consent(tools.terminal(), output)
          .ask(
              Message.of(of(way, "cli.switch.plugins.question", "cli.switch.question")),
              Message.of("cli.install.needsYes"));
    }
  }
}
