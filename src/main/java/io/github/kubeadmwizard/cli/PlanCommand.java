package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.check.Origins;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.manifests.Manifests;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plan}: says what an installation would do, and changes nothing. */
@Command(name = "plan")
final class PlanCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();
  @Mixin private final BundleOption bundle = new BundleOption();

  PlanCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    boolean json = options.common.json;
    ClusterSpec wish = bundle.in(options.cluster(tools, output), tools, output);
    try (var open = OpenCluster.open(tools, output, options, wish, ClusterSpec::hosts)) {
      var examined = Examined.all(tools, output, open, json);
      ClusterSpec spec = examined.completed(tools, output, open, json);
      Manifests manifests = Examined.manifests(tools, output, spec, json);
      Origins.of(spec).forEach(output::tell);
      Plan plan = tools.workshop().planning().plan(spec, examined.plain(), manifests);
      var text = new PlanText(output.words());
      if (json) {
        output.line(Json.pretty(text.tree(plan)));
      } else {
        text.lines(plan, options.common.verbose).forEach(output::line);
      }
      return ExitCode.DONE;
    }
  }
}
