package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Starts the program: without words, or with a cluster file alone, the wizard opens; words are a
 * command. It extends no class of JavaFX, so that a command needs none of it.
 */
public final class Launcher {
  private static final int WRONG_USE = 2;

  private Launcher() {}

  /** The program's entry; ends the process with the exit code. */
  public static void main(String[] args) {
    System.exit(
        args.length == 0 || isClusterFile(args)
            ? openWindow(args)
            : new Wiring(UserDirectories.ofThisUser())
                .commandLine()
                .run(args, System.in, Printing.to(System.out), Printing.to(System.err)));
  }

  /** A file alone is what a desktop hands over when it was double-clicked. */
  static boolean isClusterFile(String[] args) {
    return args.length == 1
        && args[0].matches("(?i).+\\.ya?ml")
        && Files.isRegularFile(Path.of(args[0]));
  }

  private static int openWindow(String[] files) {
    Drawing.choose();
    if (Display.ofThisProcess().isNamed() && WizardWindow.open(files)) {
      return 0;
    }
    System.err.println(new Words(Locale.getDefault()).say(Message.of("app.noDisplay")));
    return WRONG_USE;
  }
}
