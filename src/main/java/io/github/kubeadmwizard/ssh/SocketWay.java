package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import net.schmizz.sshj.SSHClient;

/** A socket that is connected already. */
final class SocketWay implements Way {
  private final SshTarget target;
  private final QuickSocket socket;

  SocketWay(SshTarget target, QuickSocket socket) {
    this.target = target;
    this.socket = socket;
  }

  @Override
  public void connect(SSHClient client) throws IOException {
    client.setSocketFactory(new Given(socket));
    client.connect(target.address(), target.port());
  }

  @Override
  public String firstWords() {
    return socket.firstWords();
  }

  @Override
  public void cut() {
    try {
      socket.close();
    } catch (IOException _) {
      // it is gone, which is what we want
    }
  }

  /** Hands sshj the socket that we connected, so that every address of a name was tried. */
  private static final class Given extends SocketFactory {
    private final Socket socket;

    Given(Socket socket) {
      this.socket = socket;
    }

    @Override
    public Socket createSocket() {
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
      return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      return socket;
    }
  }
}
