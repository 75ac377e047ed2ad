package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.cluster.KubernetesVersion;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunResult;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.running.AccessPlans;
import io.github.kubeadmwizard.running.AccessWish;
import io.github.kubeadmwizard.running.CarefulFile;
import io.github.kubeadmwizard.running.ClusterQuestions;
import io.github.kubeadmwizard.running.Kubeconfig;
import io.github.kubeadmwizard.running.KubectlSkew;
import io.github.kubeadmwizard.running.LocalKubectl;
import io.github.kubeadmwizard.running.RunningCluster;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code kubeconfig}: fetches the administrator's kubeconfig, to print, save or merge; or makes one
 * for another person.
 */
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

  @Mixin private final GivenAccess given = new GivenAccess();

  KubeconfigCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    Optional<AccessWish> wish =
        given.person == null ? Optional.empty() : Optional.of(given.wish(output));
    if (given.isHalf() || (wish.isPresent() && (merge || save == null || context != null))) {
      output.tell(Message.of("cli.kubeconfig.forNeeds"));
      return ExitCode.USAGE;
    }
    try (var open = OpenCluster.firstControlPlane(tools, output, options)) {
      if (wish.isPresent()) {
        return forPerson(open, wish.get());
      }
      return switch (new FirstControlPlane(output, open).adminConfig()) {
        case RunningCluster.Answer.Is<String>(var text) -> {
          String name = Optional.ofNullable(context).orElse(open.spec().name());
          give(Kubeconfig.of(text, open.spec(), name), name, open);
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

  private int forPerson(OpenCluster open, AccessWish wish)
      throws CommandEnd, IOException, Kubeconfig.Unusable {
    RunValues values = open.secrets().runValues();
    RunResult result =
        new ClusterRun(tools, output.aside(), options.common)
            .run(open, AccessPlans.give(open.spec(), wish), values, _ -> {});
    Optional<Secret> text = values.get(AccessPlans.CONFIG);
    if (result.end() != RunEvent.End.DONE || text.isEmpty() || save == null) {
      return ExitCode.FAILED;
    }
    var config = Kubeconfig.of(text.get().reveal(), open.spec(), wish);
    tellWritten(new CarefulFile(save, tools.clock()).write(config.yaml()), save);
    Instant ends = config.ends().orElse(tools.clock().instant().plus(wish.lifetime().duration()));
    output.tell(
        Message.of(
            "cli.kubeconfig.given",
            wish.person(),
            wish.role(),
            wish.place(),
            Times.minute(ends, tools.zone())));
    output.tell(Message.of("running.access.noWayBack", wish.person()));
    return ExitCode.DONE;
  }

  private void give(Kubeconfig config, String name, OpenCluster open)
      throws CommandEnd, IOException, Kubeconfig.Unusable {
    if (merge) {
      Path file = tools.directories().home().resolve(".kube").resolve("config");
      var kept = new CarefulFile(file, tools.clock());
      tellWritten(kept.write(config.mergedInto(kept.text()).yaml()), file);
      tellSkew(open);
      output.tell(Message.of("cli.kubeconfig.use", name));
    } else if (save != null) {
      tellWritten(new CarefulFile(save, tools.clock()).write(config.yaml()), save);
      tellSkew(open);
    } else {
      output.out().print(config.yaml());
      output.out().flush();
    }
  }

  /** A kubectl that fits needs no words. */
  private void tellSkew(OpenCluster open) throws CommandEnd {
    LocalKubectl.Found found = tools.kubectl().look();
    Optional<KubernetesVersion> server =
        found instanceof LocalKubectl.Is
                && new FirstControlPlane(output, open).ask(ClusterQuestions::version)
                    instanceof RunningCluster.Answer.Is<KubernetesVersion>(var version)
            ? Optional.of(version)
            : Optional.empty();
    if (found instanceof LocalKubectl.Is && server.isEmpty()) {
      return;
    }
    var skew = KubectlSkew.of(found, server.orElse(open.spec().kubernetes()));
    if (!skew.fits()) {
      output.tell(skew.words());
    }
  }

  private void tellWritten(Optional<Path> backup, Path file) {
    output.tell(
        backup
            .map(old -> Message.of("cli.kubeconfig.wroteOver", file.toString(), old.toString()))
            .orElse(Message.of("cli.kubeconfig.wrote", file.toString())));
  }
}
