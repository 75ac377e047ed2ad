package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.smoke.Leftovers;
import io.github.kubeadmwizard.smoke.ScalingTest;
import io.github.kubeadmwizard.smoke.SmokeReport;
import io.github.kubeadmwizard.smoke.SmokeTest;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code smoke-test}: proves that the cluster works, and leaves nothing behind. */
@Command(name = "smoke-test")
final class SmokeTestCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();

  @Option(names = "--image", paramLabel = "IMAGE", descriptionKey = "cli.option.image")
  private @Nullable String image;

  @Option(names = "--scaling", descriptionKey = "cli.option.scaling")
  private boolean scaling;

  SmokeTestCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    try (var open = OpenCluster.standing(tools, output, options, ClusterSpec::hosts)) {
      open.tellProblems(output, options.common.json);
      List<HostName> reached = reached(open);
      if (!reached.contains(OpenCluster.name(open.spec().firstControlPlane()))) {
        return open.exitCode();
      }
      int network = tested(open, reached);
      return scaling && network == ExitCode.DONE ? scaled(open) : network;
    }
  }

  private static List<HostName> reached(OpenCluster open) {
    var connected = open.fleet().connected();
    return open.spec().hosts().stream().map(OpenCluster::name).filter(connected::contains).toList();
  }

  private int tested(OpenCluster open, List<HostName> reached) throws CommandEnd {
    RunValues values = open.secrets().runValues();
    var leftovers = new Leftovers();
    var run = new ClusterRun(tools, output, options.common);
    RunResult result =
        run.run(open, SmokeTest.plan(open.spec(), reached, image()), values, leftovers);
    if (leftovers.areThere()) {
      output.tell(Message.of("cli.smoke.takingAway"));
      run.run(open, SmokeTest.removal(open.spec()), values, leftovers);
    }
    if (leftovers.areThere()) {
      output.tell(Message.of("cli.smoke.left", SmokeTest.NAMESPACE));
    }
    var report = SmokeReport.of(open.spec(), values);
    show(report, unreached(open, reached));
    return result.end() == RunEvent.End.DONE
            && report.passed()
            && reached.size() == open.spec().hosts().size()
            && !leftovers.areThere()
        ? ExitCode.DONE
        : ExitCode.FAILED;
  }

  private String image() {
    return image == null ? SmokeTest.usualImage() : image;
  }

  private int scaled(OpenCluster open) throws CommandEnd {
    RunValues values = open.secrets().runValues();
    var run = new ClusterRun(tools, output, options.common);
    RunResult result = run.run(open, ScalingTest.plan(open.spec(), image()), values, _ -> {});
    var passed = ScalingTest.passed(values).filter(_ -> result.end() == RunEvent.End.DONE);
    if (options.common.json) {
      var line = new LinkedHashMap<String, Object>();
      line.put("event", "scaling-test-finished");
      line.put("passed", passed.isPresent());
      passed.ifPresent(test -> line.put("upSeconds", test.upSeconds()));
      passed.ifPresent(test -> line.put("downSeconds", test.downSeconds()));
      output.line(Json.line(line));
    } else {
      passed.ifPresent(
          test -> output.say(Message.of("cli.smoke.scaled", test.upSeconds(), test.downSeconds())));
    }
    return passed.isPresent() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static List<String> unreached(OpenCluster open, List<HostName> reached) {
    var names = new ArrayList<>(open.spec().hosts().stream().map(HostSpec::label).toList());
    names.removeAll(reached.stream().map(HostName::value).toList());
    return names;
  }

  private void show(SmokeReport report, List<String> unreached) {
    var text = new SmokeText(output.words());
    if (options.common.json) {
      text.json(report).forEach(output::line);
      return;
    }
    if (!report.nodes().isEmpty()) {
      text.lines(report).forEach(output::line);
    }
    report.problems().forEach(output::tell);
    if (!unreached.isEmpty()) {
      output.tell(Message.of("cli.smoke.notFrom", unreached));
    } else {
      output.say(
          report.passed() ? Message.of("cli.smoke.passed") : Message.of("cli.smoke.notPassed"));
    }
  }
}
