package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;

/**
 * A port of this machine that leads to a port behind a host. It has an accept loop of its own:
 * sshj's ends with the first connection that the target refuses.
 */
public final class Tunnel implements AutoCloseable {
  private final Link link;
  private final ServerSocket door;
  private final String remoteHost;
  private final int remotePort;
  private final Set<Socket> callers = ConcurrentHashMap.newKeySet();

  private Tunnel(Link link, ServerSocket door, String remoteHost, int remotePort) {
    this.link = link;
    this.door = door;
    this.remoteHost = remoteHost;
    this.remotePort = remotePort;
  }

  static Tunnel open(Link link, int localPort, String remoteHost, int remotePort)
      throws SshFailure {
    try {
      var door = new ServerSocket(localPort, 50, InetAddress.ofLiteral("127.0.0.1"));
      var tunnel = new Tunnel(link, door, remoteHost, remotePort);
      link.whenEnded(tunnel::close);
      Thread.ofVirtual().name("ssh-tunnel").start(tunnel::accept);
      return tunnel;
    } catch (IOException e) {
      throw new SshFailure(
          new ConnectCause.PortTaken(localPort, Plain.text(String.valueOf(e.getMessage()), 200)),
          e);
    }
  }

  /** The port of this machine, on 127.0.0.1. */
  public int localPort() {
    return door.getLocalPort();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket caller = door.accept();
        callers.add(caller);
        Thread.ofVirtual().name("ssh-tunnel").start(() -> serve(caller));
      } catch (IOException _) {
        // closed: the loop ends; anything else concerns one caller alone
      }
    }
  }

  private void serve(Socket caller) {
    try (caller;
        DirectConnection far = link.client().newDirectConnection(remoteHost, remotePort)) {
      caller.setTcpNoDelay(true);
      Thread up =
          Thread.ofVirtual()
              .start(() -> copy(() -> caller.getInputStream(), () -> far.getOutputStream()));
      copy(() -> far.getInputStream(), () -> caller.getOutputStream());
      caller.shutdownOutput();
      up.join();
    } catch (IOException _) {
      // the target refused, or one side left: the caller sees its connection end
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      callers.remove(caller);
    }
  }

  private interface Opened<T> {
    T get() throws IOException;
  }

  /** Copies until one side ends, and passes the end on. */
  private static void copy(Opened<InputStream> from, Opened<OutputStream> to) {
    byte[] chunk = new byte[32 * 1024];
    try (OutputStream out = to.get()) {
      InputStream in = from.get();
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        out.write(chunk, 0, n);
        out.flush();
      }
    } catch (IOException _) {
      // one side left; the other sees the end
    }
  }

  /** Closes the port and every connection through it. */
  @Override
  public void close() {
    try {
      door.close();
      for (Socket caller : callers) {
        caller.close();
      }
    } catch (IOException _) {
      // gone already
    }
  }
}
