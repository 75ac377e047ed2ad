package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunListener;
import io.github.kubeadmwizard.text.Message;
import java.time.Clock;

/** Shows a run while it goes on: as JSON, as live lines, or as plain lines. */
interface RunView extends RunListener, AutoCloseable {

  /** Says something besides, without breaking what is drawn. */
  void tell(Message message);

  @Override
  void close();

  /** The view that fits the user's wish and the terminal. */
  static RunView of(Tools tools, Output output, CommonOptions options) {
    if (options.json) {
      return of(new JsonLines(output.out(), output.words(), options.verbose), output);
    }
    var text = new EventText(output.words(), tools.zone(), options.verbose);
    if (!tools.terminal().redraws()) {
      return of(new PlainLines(output.out(), text), output);
    }
    return live(tools.terminal(), output, text, tools.clock());
  }

  private static RunView live(Terminal terminal, Output output, EventText text, Clock clock) {
    var lines = new LiveLines(output.out(), terminal, output.words(), text, clock).started();
    return new RunView() {
      @Override
      public void accept(RunEvent event) {
        lines.accept(event);
      }

      @Override
      public void tell(Message message) {
        lines.tell(output.words().say(message));
      }

      @Override
      public void close() {
        lines.close();
      }
    };
  }

  private static RunView of(RunListener listener, Output output) {
    return new RunView() {
      @Override
      public void accept(RunEvent event) {
        listener.accept(event);
      }

      @Override
      public void tell(Message message) {
        output.tell(message);
      }

      @Override
      public void close() {}
    };
  }
}
