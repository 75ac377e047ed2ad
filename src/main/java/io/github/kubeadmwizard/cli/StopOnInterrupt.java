package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.Underway;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What Ctrl-C does to a run: the first asks it to stop and says what it lets finish, the second
 * ends the program. That is safe: the journal is on the disk line by line, hosts end what they run
 * when the line drops, and the next run looks what is done.
 */
final class StopOnInterrupt implements Runnable {
  private final Cancel cancel;
  private final Underway underway;
  private final RunView view;
  private final Interrupts interrupts;
  private final AtomicInteger times = new AtomicInteger();

  StopOnInterrupt(Cancel cancel, Underway underway, RunView view, Interrupts interrupts) {
    this.cancel = cancel;
    this.underway = underway;
    this.view = view;
    this.interrupts = interrupts;
  }

  @Override
  public void run() {
    if (times.incrementAndGet() > 1) {
      view.tell(Message.of("cli.stop.hard"));
      view.close();
      interrupts.endNow(ExitCode.FAILED);
      return;
    }
    cancel.ask();
    var rest = new ArrayList<Message>();
    underway
        .letFinish()
        .forEach(
            (host, action) -> rest.add(Message.of("cli.stop.one", host.value(), action.title())));
    view.tell(rest.isEmpty() ? Message.of("cli.stop.asked") : Message.of("cli.stop.lets", rest));
  }
}
