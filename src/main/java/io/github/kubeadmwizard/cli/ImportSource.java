package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.imports.TextFile;
import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads what is to be imported: a file, or standard input where the name is {@code -}. */
record ImportSource(Output output) {

  /** The text; one that can't be read ends the command. */
  String text(Path file) throws CommandEnd {
    String text;
    try {
      text =
          file.toString().equals("-")
              ? TextFile.decode(output.in().readAllBytes())
              : TextFile.read(file);
    } catch (NoSuchFileException _) {
      throw refused(file, Message.of("cli.import.absent"));
    } catch (TextFile.TooLarge _) {
      throw refused(file, Message.of("cli.import.tooLarge"));
    } catch (IOException e) {
      throw refused(file, Message.of("cli.import.unreadable", e.getClass().getSimpleName()));
    }
    if (text.indexOf('\0') >= 0) {
      throw refused(file, Message.of("cli.import.notText"));
    }
    return text;
  }

  private CommandEnd refused(Path file, Message why) {
    output.tell(Message.of("cli.import.notRead", file.toString(), why));
    return new CommandEnd(ExitCode.USAGE);
  }
}
