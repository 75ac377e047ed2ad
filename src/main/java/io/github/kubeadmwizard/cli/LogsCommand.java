package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunListener;
import io.github.kubeadmwizard.journal.JournalReader;
import io.github.kubeadmwizard.journal.RunDirectory;
import io.github.kubeadmwizard.journal.RunSummary;
import io.github.kubeadmwizard.journal.Runs;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code logs}: shows a past run, from its journal. */
@Command(name = "logs")
final class LogsCommand implements Callable<Integer> {
  private final Tools tools;
  private final Output output;
  private final Runs runs;
  @Mixin private final CommonOptions options = new CommonOptions();

  @Parameters(arity = "0..1", paramLabel = "RUN", descriptionKey = "cli.option.run")
  private @Nullable String run;

  @Option(names = "--host", paramLabel = "NAME", descriptionKey = "cli.option.host")
  private @Nullable String host;

  @Option(names = "--list", descriptionKey = "cli.option.list")
  private boolean list;

  LogsCommand(Tools tools, Output output) {
    this.tools = tools;
    this.output = output;
    this.runs = new Runs(tools.directories().state());
  }

  @Override
  public Integer call() throws CommandEnd {
    try {
      List<RunDirectory> known = known();
      if (list) {
        return listed(known);
      }
      Optional<RunDirectory> chosen = chosen(known);
      if (chosen.isEmpty()) {
        output.tell(run == null ? Message.of("cli.logs.none") : Message.of("cli.logs.noSuch", run));
        return ExitCode.USAGE;
      }
      show(chosen.get());
      return ExitCode.DONE;
    } catch (IOException e) {
      output.tell(Message.of("cli.logs.unreadable", String.valueOf(e.getMessage())));
      return ExitCode.FAILED;
    }
  }

  /** The runs of the file's cluster; of all clusters where there is no file. Newest first. */
  private List<RunDirectory> known() throws IOException, CommandEnd {
    Path file = options.file == null ? CommonOptions.USUAL_FILE : options.file;
    if (options.file != null || Files.exists(file)) {
      return runs.list(OpenCluster.read(tools, output, file).name());
    }
    var all = new ArrayList<RunDirectory>();
    for (String cluster : runs.clusters()) {
      all.addAll(runs.list(cluster));
    }
    all.sort((a, b) -> b.runId().compareTo(a.runId()));
    return all;
  }

  private Optional<RunDirectory> chosen(List<RunDirectory> known) {
    if (run == null) {
      return known.stream().findFirst();
    }
    var beginning = known.stream().filter(r -> r.runId().startsWith(run)).toList();
    return beginning.size() == 1
        ? beginning.stream().findFirst()
        : beginning.stream().filter(r -> r.runId().equals(run)).findFirst();
  }

  private int listed(List<RunDirectory> known) throws IOException {
    for (RunDirectory directory : known) {
      RunSummary summary = RunSummary.of(directory);
      output.line(
          directory.runId()
              + "  "
              + directory.cluster()
              + "  "
              + output
                  .words()
                  .say(
                      summary.result().map(RunSentence::of).orElse(Message.of("cli.logs.broken"))));
    }
    return ExitCode.DONE;
  }

  private void show(RunDirectory directory) throws IOException {
    RunListener shown =
        options.json
            ? new JsonLines(output.out(), output.words(), true)
            : new PlainLines(output.out(), new EventText(output.words(), tools.zone(), true));
    new JournalReader(directory)
        .events(event -> {
          if (host == null || isAbout(event, new HostName(host))) {
            shown.accept(event);
          }
        });
  }

  /** Events of the whole run are about every host. */
  private static boolean isAbout(RunEvent event, HostName host) {
    return switch (event) {
      case RunEvent.RunStarted _, RunEvent.RunFinished _ -> true;
      case RunEvent.PhaseStarted e -> e.host().equals(host);
      case RunEvent.Waiting e -> e.host().equals(host);
      case RunEvent.ActionStarted e -> e.host().equals(host);
      case RunEvent.Output e -> e.host().equals(host);
      case RunEvent.Progress e -> e.host().equals(host);
      case RunEvent.ActionFinished e -> e.host().equals(host);
      case RunEvent.HostFinished e -> e.host().equals(host);
    };
  }
}
