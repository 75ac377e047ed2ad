package io.github.kubeadmwizard.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What came of one stream and was not taken yet. The sender's window bounds it. */
final class Inlet {
  private final Room room;
  private ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private @Nullable IOException end;

  /** Hears how many bytes were taken. */
  interface Room {
    void taken(int bytes) throws IOException;
  }

  Inlet(Room room) {
    this.room = room;
  }

  synchronized void put(byte[] bytes, int from, int length) {
    waiting.write(bytes, from, length);
    notifyAll();
  }

  /** No more comes; the first reason counts. */
  synchronized void end(IOException why) {
    if (end == null) {
      end = why;
    }
    notifyAll();
  }

  /**
   * Everything that came since; waits for it where that is nothing. {@link #taken} is due for it.
   *
   * @throws IOException why no more comes
   */
  synchronized byte[] next() throws IOException, InterruptedException {
    while (waiting.size() == 0) {
      if (end != null) {
        throw end;
      }
      wait();
    }
    byte[] bytes = waiting.toByteArray();
    waiting = new ByteArrayOutputStream();
    return bytes;
  }

  /** The sender may send as much again. */
  void taken(int bytes) throws IOException {
    room.taken(bytes);
  }
}
