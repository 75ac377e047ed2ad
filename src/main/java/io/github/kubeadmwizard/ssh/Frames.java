package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Speaks to the root helper: 48 bytes of verb (4), length (11), space and mark (32), then the
 * script. One frame at a time.
 */
final class Frames {
  private static final String NO_MARK = "-".repeat(32);

  private final OutputStream out;
  private final ReentrantLock turn = new ReentrantLock();

  Frames(OutputStream out) {
    this.out = out;
  }

  /**
   * The very first words: bash reads the helper in one gulp. Only the line that says so, which is
   * short therefore, is read byte by byte, each with three system calls.
   *
   * @param greeting commands before it, each with its semicolon; or empty
   */
  void helper(String greeting, String program) throws IOException {
    byte[] bytes = (greeting + program).getBytes(StandardCharsets.UTF_8);
    String first = "LC_ALL=C;IFS= read -rN" + bytes.length + " kw;eval \"$kw\"\n";
    write(first.getBytes(StandardCharsets.US_ASCII), bytes);
  }

  void run(String mark, byte[] script) throws IOException {
    write(head("run ", script.length, mark), script);
  }

  void term() throws IOException {
    write(head("term", 0, NO_MARK), new byte[0]);
  }

  void kill(String mark) throws IOException {
    write(head("kill", 0, mark), new byte[0]);
  }

  void ping() throws IOException {
    if (turn.tryLock()) { // a frame under way is a sign of life itself
      try {
        write(head("ping", 0, NO_MARK), new byte[0]);
      } finally {
        turn.unlock();
      }
    }
  }

  void quit() throws IOException {
    if (turn.tryLock()) {
      try {
        write(head("quit", 0, NO_MARK), new byte[0]);
      } finally {
        turn.unlock();
      }
    }
  }

  private void write(byte[] head, byte[] body) throws IOException {
    turn.lock();
    try {
      out.write(head); // gathered: nothing goes before it is flushed or a packet is full
      out.write(body);
      out.flush();
    } finally {
      turn.unlock();
    }
  }

  private static byte[] head(String verb, int length, String mark) {
    String head = String.format(Locale.ROOT, "%s%011d %s", verb, length, mark);
    return head.getBytes(StandardCharsets.US_ASCII);
  }
}
