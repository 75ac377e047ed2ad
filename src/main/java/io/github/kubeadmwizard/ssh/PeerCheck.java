package io.github.kubeadmwizard.ssh;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import net.schmizz.concurrent.Promise;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.ConnectionException;

/**
 * Asks the host now and then whether it is there; when it leaves three questions unanswered, the
 * connection is dead. As OpenSSH's {@code ServerAliveInterval}, and as sshj's own runner, which
 * takes a thread for each connection.
 */
final class PeerCheck {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final int MOST_UNANSWERED = 3;

  private final SSHClient client;
  private final Queue<Promise<SSHPacket, ConnectionException>> asked = new ArrayDeque<>();
  private final ReentrantLock turn = new ReentrantLock();

  private PeerCheck(SSHClient client) {
    this.client = client;
  }

  /** Goes on until the connection ends. */
  static void start(Link link, Deadlines deadlines) {
    var check = new PeerCheck(link.client());
    link.whenEnded(deadlines.every(PAUSE, check::ask));
  }

  private void ask() {
    if (!turn.tryLock()) {
      return; // the last question waits behind a long piece of work: the line is slow, not dead
    }
    try {
      while (!asked.isEmpty() && isAnswered(asked.peek())) {
        asked.remove();
      }
      if (asked.size() >= MOST_UNANSWERED) {
        throw new ConnectionException("the host does not answer any more");
      }
      // No server knows this request, so each has to answer, if only that it refuses.
      asked.add(
          client.getConnection().sendGlobalRequest("keepalive@openssh.com", true, new byte[0]));
    } catch (SSHException e) {
      client.getTransport().die(e);
    } finally {
      turn.unlock();
    }
  }

  private static boolean isAnswered(Promise<SSHPacket, ConnectionException> question) {
    return question.isFulfilled() || question.inError();
  }
}
