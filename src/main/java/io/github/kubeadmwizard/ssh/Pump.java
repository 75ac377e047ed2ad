package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a stream to its end, always, in a thread of its own: an unread stream would stop the other
 * one and the host's keep-alives with it.
 */
final class Pump {
  private static final int CHUNK = 16 * 1024;

  private final InputStream in;
  private volatile Taker taker;

  /** Takes what was read. */
  interface Taker {
    void take(byte[] bytes, int length);

    /** No more comes. */
    void end(IOException why);
  }

  Pump(String name, InputStream in, Taker first) {
    this.in = in;
    this.taker = first;
    Thread.ofVirtual().name(name).start(this::run);
  }

  /** From now on another one takes. */
  void to(Taker next) {
    taker = next;
  }

  private void run() {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        taker.take(chunk, n);
      }
      taker.end(new IOException("the host ended the helper"));
    } catch (IOException e) {
      taker.end(e);
    } catch (RuntimeException e) { // a sink's fault: without this nobody would be told
      taker.end(new IOException("the output could not be taken", e));
    }
  }
}
