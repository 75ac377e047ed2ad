package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Calls a host: every address of its name in turn, until one answers. */
final class Dial {
  private final Duration patience;

  /**
   * @param patience for each address
   */
  Dial(Duration patience) {
    this.patience = patience;
  }

  QuickSocket call(String address, int port) throws SshFailure {
    IOException last = null;
    for (InetAddress one : resolve(address)) {
      try {
        return connect(one, port);
      } catch (IOException e) {
        last = e;
      }
    }
    throw new SshFailure(cause(address, port, last), last);
  }

  private static InetAddress[] resolve(String address) throws SshFailure {
    try {
      return InetAddress.getAllByName(address);
    } catch (UnknownHostException e) {
      throw new SshFailure(new ConnectCause.UnknownHost(address), e);
    }
  }

  private QuickSocket connect(InetAddress address, int port) throws IOException {
    var socket = new QuickSocket();
    try {
      socket.connect(new InetSocketAddress(address, port), Math.toIntExact(patience.toMillis()));
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private ConnectCause cause(String address, int port, @Nullable IOException e) {
    if (e instanceof SocketTimeoutException) {
      return new ConnectCause.NoAnswer(address, port, patience.toSeconds());
    }
    boolean refused = e instanceof ConnectException && says(e, "refused");
    return refused
        ? new ConnectCause.Refused(address, port)
        : new ConnectCause.NoRoute(address, port);
  }

  private static boolean says(IOException e, String word) {
    String message = e.getMessage();
    return message != null && message.contains(word);
  }
}
