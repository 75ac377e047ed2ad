package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.text.Secret;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The terminal that the program was started in, if it was started in one. */
public final class SystemTerminal implements Terminal {
  private static final long PATIENCE_MILLIS = 500;

  private final @Nullable Console console;
  private final Map<String, String> environment;

  /** The terminal of this process. */
  public static SystemTerminal ofThisProcess() {
    var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    return new SystemTerminal(console.orElse(null), System.getenv());
  }

  SystemTerminal(@Nullable Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public boolean canAsk() {
    return console != null;
  }

  @Override
  public Optional<String> ask(String prompt) {
    return console == null ? Optional.empty() : Optional.ofNullable(console.readLine("%s", prompt));
  }

  @Override
  public Optional<Secret> askSecret(String prompt) {
    char[] typed = console == null ? null : console.readPassword("%s", prompt);
    if (typed == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Secret(typed));
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  @Override
  public boolean redraws() {
    String kind = environment.getOrDefault("TERM", "");
    return console != null && !kind.isEmpty() && !kind.equals("dumb");
  }

  @Override
  public Size size() {
    if (console == null) {
      return Size.USUAL;
    }
    try {
      return asked();
    } catch (IOException _) {
      return Size.USUAL; // no stty here
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Size.USUAL;
    }
  }

  /** Java does not know the size; stty does. */
  private static Size asked() throws IOException, InterruptedException {
    var stty =
        new ProcessBuilder("stty", "size")
            .redirectInput(new File("/dev/tty"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!stty.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
      stty.destroyForcibly();
      return Size.USUAL;
    }
    var said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    String[] words = said.split(" ", -1);
    if (!said.matches("\\d{1,5} \\d{1,5}") || words[0].equals("0") || words[1].equals("0")) {
      return Size.USUAL;
    }
    return new Size(Integer.parseInt(words[1]), Integer.parseInt(words[0]));
  }
}
