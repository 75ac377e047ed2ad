package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream to its end, always, in a thread of its own: an unread stream would stop the other
 * one and the host's keep-alives with it.
 *
 * <p>A command's output and its errors share one window of sshj, which grows again by each read of
 * either. A stream that is taken quickly would thus let the other run over, and sshj ends the
 * connection for it; so each waits while much of the other is unread. What may lie unread then is
 * {@link #BEHIND} and twice the window (what came during a read that waited, and what that read let
 * in): sshj's buffers hold that, see {@link Opening}.
 */
final class Pump {
  /** Bytes of one stream that may be unread before the other stops reading. */
  static final int BEHIND = 2 * 1024 * 1024;

  private static final int CHUNK = 16 * 1024;
  private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(1);

  private final String name;
  private final InputStream in;
  private volatile Taker taker;
  private @Nullable Pump other;
  private volatile boolean ended;

  /** Takes what was read. */
  interface Taker {
    void take(byte[] bytes, int length);

    /** No more comes. */
    void end(IOException why);
  }

  Pump(String name, InputStream in, Taker first) {
    this.name = name;
    this.in = in;
    this.taker = first;
  }

  /** Begins to read two streams of one command. */
  static void together(Pump one, Pump two) {
    one.other = two;
    two.other = one;
    Thread.ofVirtual().name(one.name).start(one::run);
    Thread.ofVirtual().name(two.name).start(two::run);
  }

  /** From now on another one takes. */
  void to(Taker next) {
    taker = next;
  }

  private void run() {
    byte[] chunk = new byte[CHUNK];
    try {
      for (int n = read(chunk); n >= 0; n = read(chunk)) {
        taker.take(chunk, n);
      }
      end(new IOException("the host ended the helper"));
    } catch (IOException e) {
      end(e);
    } catch (RuntimeException e) { // a sink's fault: without this nobody would be told
      end(new IOException("the output could not be taken", e));
    }
  }

  private int read(byte[] chunk) throws IOException {
    while (other != null && other.unread() > Math.max(BEHIND, unread())) {
      LockSupport.parkNanos(LOOK_AGAIN);
    }
    return in.read(chunk);
  }

  private int unread() throws IOException {
    return ended ? 0 : in.available(); // nobody reads on where a pump has ended
  }

  private void end(IOException why) {
    ended = true;
    taker.end(why);
  }
}
