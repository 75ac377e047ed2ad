package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.schmizz.sshj.SSHClient;

/** A connection that is signed in. */
final class Link implements AutoCloseable {
  private static final Duration POLITE = Duration.ofSeconds(1);

  private final SshTarget target;
  private final SSHClient client;
  private final Way way;
  private final Set<Thread> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean over;
  private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
  private volatile Runnable lastWords = () -> {};

  Link(SshTarget target, SSHClient client, Way way) {
    this.target = target;
    this.client = client;
    this.way = way;
    client.getTransport().setDisconnectListener((reason, message) -> ended());
  }

  SSHClient client() {
    return client;
  }

  SshTarget target() {
    return target;
  }

  boolean alive() {
    return !over && client.isConnected() && client.isAuthenticated();
  }

  /** Work that can wait for the host's window. */
  interface Writing<T> {
    T run() throws IOException, SshFailure;
  }

  /**
   * Does work whose writer sshj would not wake when the connection dies: it is interrupted then.
   */
  <T> T writing(Writing<T> work) throws SshFailure {
    Thread me = Thread.currentThread();
    busy.add(me);
    try {
      return work.run();
    } catch (IOException e) {
      throw lost(e);
    } finally {
      busy.remove(me);
      if (!alive()) {
        var _ = Thread.interrupted(); // ours, from ended
      }
    }
  }

  /** Runs this when the connection has ended, by us or by itself. */
  void whenEnded(Runnable work) {
    endings.add(work);
  }

  /** Runs this before we end the connection ourselves; what it waits for is cut after a second. */
  void beforeGoodbye(Runnable work) {
    lastWords = work;
  }

  private void ended() {
    over = true;
    busy.forEach(Thread::interrupt);
    for (Runnable work : List.copyOf(endings)) {
      if (endings.remove(work)) {
        work.run();
      }
    }
  }

  SshFailure lost(IOException e) {
    String detail = Plain.text(String.valueOf(e.getMessage()), 200);
    return new SshFailure(new ConnectCause.ConnectionLost(target.address(), detail), e);
  }

  /** Ends it at once, whatever runs over it. */
  void cut() {
    way.cut();
    ended();
  }

  /** Says goodbye, for a second at most: sshj's own way can wait behind a stuck writer. */
  @Override
  public void close() {
    Thread goodbye =
        Thread.startVirtualThread(() -> {
          try {
            lastWords.run();
            client.disconnect();
          } catch (IOException _) {
            // it is gone, which is what we want
          }
        });
    try {
      var _ = goodbye.join(POLITE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    cut();
  }
}
