package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Origins;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}: looks whether the hosts are fit, and changes nothing. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions(Tools.Practice::all);
  @Mixin private final BundleOption bundle = new BundleOption();

  CheckCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    boolean json = options.common.json;
    ClusterSpec wish = bundle.in(options.cluster(tools, output), tools, output);
    try (var open = OpenCluster.open(tools, output, options, wish, ClusterSpec::hosts)) {
      open.tellProblems(output, json);
      if (open.fleet().connected().isEmpty()) {
        return open.exitCode();
      }
      var examined = Examined.of(tools, output, open);
      examined.tellProblems(output, json);
      Origins.of(open.spec()).forEach(output::tell);
      CheckReport report = examined.checked(tools, open);
      boolean all = open.problems().isEmpty() && examined.problems().isEmpty();
      show(report, all);
      if (!all) {
        return Math.max(ExitCode.FAILED, open.exitCode());
      }
      return report.blocks() ? ExitCode.CHECKS : ExitCode.DONE;
    }
  }

  private void show(CheckReport report, boolean all) {
    CheckText.show(report, output, options.common);
    if (options.common.json) {
      new JsonLines(output.out(), output.words(), false)
          .print(CheckText.end(report, all && !report.blocks()));
    }
  }
}
