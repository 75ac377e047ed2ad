package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.draft.ClusterFile;
import io.github.kubeadmwizard.json.Json;
import io.github.kubeadmwizard.kubeadm.KubernetesCatalogue;
import io.github.kubeadmwizard.migrate.Change;
import io.github.kubeadmwizard.migrate.ChangeText;
import io.github.kubeadmwizard.migrate.KubeadmFile;
import io.github.kubeadmwizard.migrate.Migration;
import io.github.kubeadmwizard.migrate.OldKubeadm;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: turns a kubeadm file or line of earlier days into a cluster file. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
  private final Output output;
  @Mixin private final CommonOptions options = new CommonOptions();

  @Parameters(arity = "0..1", paramLabel = "FILE|-", descriptionKey = "cli.option.imported")
  private @Nullable Path named;

  @Option(names = "--kubeadm", descriptionKey = "cli.option.kubeadm")
  private boolean kubeadm;

  @Option(names = "--output", paramLabel = "PATH", descriptionKey = "cli.option.output")
  private @Nullable Path place;

  @Option(names = "--overwrite", descriptionKey = "cli.option.overwrite")
  private boolean overwrite;

  ImportCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws CommandEnd {
    Path file = named != null ? named : options.file;
    if (file == null) {
      output.tell(Message.of("cli.import.noFile"));
      return ExitCode.USAGE;
    }
    String text = new ImportSource(output).text(file);
    return switch (new OldKubeadm(KubernetesCatalogue.load()).read(text)) {
      case Migration.Done done -> {
        give(done);
        yield ExitCode.DONE;
      }
      case Migration.Refused(var at, var why) -> {
        output.tell(
            Message.of(
                "cli.import.refused",
                file.toString(),
                String.valueOf(at.line()),
                String.valueOf(at.column()),
                why));
        yield ExitCode.USAGE;
      }
    };
  }

  private void give(Migration.Done done) throws CommandEnd {
    List<Change> changes = kubeadm ? done.fileChanges() : done.changes();
    Map<String, String> files = kubeadm ? kubeadmFiles(done) : clusterFile(done);
    if (place != null) {
      write(files, place);
    }
    if (options.json) {
      output.line(Json.pretty(tree(files, changes)));
    } else if (place == null) {
      output.out().print(String.join("\n", files.values()));
      output.out().flush();
      new ChangeText(output.words()).lines(changes).forEach(output.err()::println);
      output.err().flush();
    } else {
      new ChangeText(output.words()).lines(changes).forEach(output::line);
    }
  }

  private void write(Map<String, String> files, Path where) throws CommandEnd {
    var target = new ImportTarget(output, overwrite);
    try {
      if (kubeadm) {
        target.directory(where, files);
      } else {
        target.file(where, files.values().iterator().next());
      }
    } catch (IOException e) {
      output.tell(
          Message.of("cli.export.failed", where.toString(), String.valueOf(e.getMessage())));
      throw new CommandEnd(ExitCode.FAILED);
    }
  }

  private static Map<String, String> clusterFile(Migration.Done done) {
    return Map.of("cluster.yaml", ClusterFile.ofThisProgram().write(done.cluster()));
  }

  private Map<String, String> kubeadmFiles(Migration.Done done) {
    var files = new LinkedHashMap<String, String>();
    for (KubeadmFile file : done.files()) {
      files.put(file.name(), file.text(output.words()));
    }
    return files;
  }

  private Map<String, Object> tree(Map<String, String> files, List<Change> changes) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("event", "imported");
    tree.put("files", files);
    tree.put("changes", changes.stream().map(this::tree).collect(Collectors.toList()));
    return tree;
  }

  private Map<String, Object> tree(Change change) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("kind", change.kind().name().toLowerCase(java.util.Locale.ROOT));
    if (!change.from().isEmpty()) {
      tree.put("line", change.line());
      tree.put("column", change.column());
      tree.put("from", change.from());
    }
    change.to().ifPresent(to -> tree.put("to", to));
    tree.put("why", output.words().say(change.why()));
    return tree;
  }
}
