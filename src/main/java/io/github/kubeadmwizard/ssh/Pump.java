package io.github.kubeadmwizard.ssh;

import java.io.IOException;

/**
 * Takes from a stream to its end, always, in a thread of its own: an unread stream would stop the
 * other one and the host's keep-alives with it.
 */
final class Pump {
  private final Inlet in;
  private volatile Taker taker;

  /** Takes what was read. */
  interface Taker {
    void take(byte[] bytes, int length);

    /** No more comes. */
    void end(IOException why);
  }

  Pump(String name, Inlet in, Taker first) {
    this.in = in;
    this.taker = first;
    Thread.ofVirtual().name(name).start(this::run);
  }

  /** From now on another one takes. */
  void to(Taker next) {
    taker = next;
  }

  private void run() {
    try {
      while (true) {
        byte[] bytes = in.next();
        taker.take(bytes, bytes.length);
        in.taken(bytes.length);
      }
    } catch (IOException e) {
      taker.end(e);
    } catch (InterruptedException e) {
      taker.end(new IOException("interrupted", e));
    } catch (RuntimeException e) { // a sink's fault: without this nobody would be told
      taker.end(new IOException("the output could not be taken", e));
    }
  }
}
