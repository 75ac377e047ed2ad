package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunListener;
import java.io.PrintStream;

/** What a run tells, in a pipe: line after line. */
final class PlainLines implements RunListener {
  private final PrintStream out;
  private final EventText text;

  PlainLines(PrintStream out, EventText text) {
    this.out = out;
    this.text = text;
  }

  @Override
  public synchronized void accept(RunEvent event) {
    text.lines(event).forEach(out::println);
    out.flush();
  }
}
