package io.github.kubeadmwizard.app;

import io.github.kubeadmwizard.home.UserDirectories;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import java.util.Locale;

/**
 * Starts the program: without words the wizard opens, words are a command. It extends no class of
 * JavaFX, so that a command needs none of it.
 */
public final class Launcher {
  private static final int WRONG_USE = 2;

  private Launcher() {}

  /** The program's entry; ends the process with the exit code. */
  public static void main(String[] args) {
    System.exit(
        args.length > 0
            ? new Wiring(UserDirectories.ofThisUser())
                .commandLine()
                .run(args, System.in, Printing.to(System.out), Printing.to(System.err))
            : openWindow(new Words(Locale.getDefault())));
  }

  private static int openWindow(Words words) {
    if (Display.ofThisProcess().isNamed() && WizardWindow.open()) {
      return 0;
    }
    System.err.println(words.say(Message.of("app.noDisplay")));
    return WRONG_USE;
  }
}
