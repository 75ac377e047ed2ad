package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.export.WrittenFiles;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.manifests.Manifests;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: writes kubeadm's files and a runbook that does the same by hand. */
@Command(name = "export")
final class ExportCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();
  @Mixin private final BundleOption bundle = new BundleOption();

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "cli.option.out")
  private @Nullable Path directory;

  ExportCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    boolean json = options.common.json;
    Path out = directory == null ? Path.of("") : directory;
    ClusterSpec wish = bundle.in(options.cluster(tools, output), tools, output);
    try (var open = OpenCluster.open(tools, output, options, wish, ClusterSpec::hosts)) {
      var examined = Examined.all(tools, output, open, json);
      ClusterSpec spec = examined.completed(tools, output, open, json);
      Manifests manifests = Examined.manifests(tools, output, spec, json);
      Plan plan = tools.workshop().planning().plan(spec, examined.plain(), manifests);
      var files =
          tools
              .workshop()
              .exporting()
              .files(spec, examined.plain(), manifests, plan, output.words());
      say(WrittenFiles.write(files, out), json);
      return ExitCode.DONE;
    } catch (IOException e) {
      output.tell(Message.of("cli.export.failed", out.toString(), String.valueOf(e.getMessage())));
      return ExitCode.FAILED;
    }
  }

  private void say(List<Path> files, boolean json) {
    if (json) {
      var tree = new LinkedHashMap<String, Object>();
      tree.put("event", "exported");
      tree.put("files", files.stream().map(Path::toString).toList());
      output.line(Json.line(tree));
    } else {
      files.forEach(file -> output.say(Message.of("cli.export.wrote", file.toString())));
    }
  }
}
