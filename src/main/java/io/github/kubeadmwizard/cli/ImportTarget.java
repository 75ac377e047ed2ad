package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where an import is written to.
 *
 * @param overwrite whether the user wants what lies there to go
 */
record ImportTarget(Output output, boolean overwrite) {

  void file(Path file, String text) throws IOException, CommandEnd {
    refuseIfThere(List.of(file));
    write(file, text);
  }

  void directory(Path directory, Map<String, String> files) throws IOException, CommandEnd {
    refuseIfThere(files.keySet().stream().map(directory::resolve).toList());
    Files.createDirectories(directory);
    for (var file : files.entrySet()) {
      write(directory.resolve(file.getKey()), file.getValue());
    }
  }

  private void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
    output.tell(Message.of("cli.export.wrote", file.toString()));
  }

  private void refuseIfThere(List<Path> files) throws CommandEnd {
    for (Path file : files) {
      if (Files.exists(file) && !overwrite) {
        output.tell(Message.of("cli.import.isThere", file.toString()));
        throw new CommandEnd(ExitCode.USAGE);
      }
    }
  }
}
