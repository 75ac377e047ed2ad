package io.github.kubeadmwizard.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the command line said the last time that it was run. */
public final class Said {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** Runs it; gives its exit code. */
  public int by(CommandLineApp app, String stdin, String... args) {
    out.reset();
    err.reset();
    return app.run(
        args,
        new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  /** To its standard output. */
  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** To its standard error. */
  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
