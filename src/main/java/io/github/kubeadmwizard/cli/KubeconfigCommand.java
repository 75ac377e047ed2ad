package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.running.CarefulFile;
import io.github.kubeadmwizard.running.Kubeconfig;
import io.github.kubeadmwizard.running.RunningCluster;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kubeconfig}: fetches the administrator's kubeconfig, to print, save or merge. */
@Command(name = "kubeconfig")
final class KubeconfigCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  @Mixin private final HostOptions options = new HostOptions();

  @Option(names = "--save", paramLabel = "PATH", descriptionKey = "cli.option.save")
  private @Nullable Path save;

  @Option(names = "--merge", descriptionKey = "cli.option.merge")
  private boolean merge;

  @Option(names = "--context", paramLabel = "NAME", descriptionKey = "cli.option.context")
  private @Nullable String context;

  KubeconfigCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    try (var open =
        OpenCluster.standing(tools, output, options, spec -> List.of(spec.firstControlPlane()))) {
      open.needAll(output, options.common.json);
      return switch (new FirstControlPlane(output, open).adminConfig()) {
        case RunningCluster.Answer.Is<String>(var text) -> {
          String name = Optional.ofNullable(context).orElse(open.spec().name());
          give(Kubeconfig.of(text, open.spec(), name), name);
          yield ExitCode.DONE;
        }
        case RunningCluster.Answer.NoCluster<String> _ ->
            throw FirstControlPlane.noCluster(output, open);
        case RunningCluster.Answer.Silent<String>(int code, var _) -> {
          output.tell(Message.of("cli.kubeconfig.unread", code));
          yield ExitCode.FAILED;
        }
      };
    } catch (Kubeconfig.Unusable e) {
      output.tell(e.what());
      output.tell(Message.of("cli.kubeconfig.otherwise"));
      return ExitCode.FAILED;
    } catch (IOException e) {
      output.tell(Message.of("cli.kubeconfig.notWritten", String.valueOf(e.getMessage())));
      return ExitCode.FAILED;
    }
  }

  private void give(Kubeconfig config, String name) throws IOException, Kubeconfig.Unusable {
    if (merge) {
      Path file = tools.directories().home().resolve(".kube").resolve("config");
      var kept = new CarefulFile(file, tools.clock());
      tellWritten(kept.write(config.mergedInto(kept.text()).yaml()), file);
      output.tell(Message.of("cli.kubeconfig.use", name));
    } else if (save != null) {
      tellWritten(new CarefulFile(save, tools.clock()).write(config.yaml()), save);
    } else {
      output.out().print(config.yaml());
      output.out().flush();
    }
  }

  private void tellWritten(Optional<Path> backup, Path file) {
    output.tell(
        backup
            .map(old -> Message.of("cli.kubeconfig.wroteOver", file.toString(), old.toString()))
            .orElse(Message.of("cli.kubeconfig.wrote", file.toString())));
  }
}
