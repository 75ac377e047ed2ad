package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.DirectConnection;

/** A channel that the bastion opened to the host. */
final class BastionWay implements Way {
  private final Listened channel;

  private BastionWay(Listened channel) {
    this.channel = channel;
  }

  /** A channel whose beginning is remembered. */
  private static final class Listened extends DirectConnection {
    private final Overheard overheard;
    private volatile boolean cut;

    Listened(Connection bastion, String host, int port) {
      super(bastion, host, port);
      overheard =
          new Overheard(super.getInputStream(), () -> {}) {
            @Override
            public void close() throws IOException {
              cut = true; // by us, or by sshj's own goodbye
              super.close();
            }
          };
    }

    @Override
    public InputStream getInputStream() {
      return overheard;
    }

    /**
     * Its readers see the end. What still comes finds the stream closed, which sshj takes for the
     * end of the whole connection: that of every other host behind the bastion.
     */
    @Override
    public void handle(Message message, SSHPacket packet) throws SSHException {
      try {
        super.handle(message, packet);
      } catch (ConnectionException e) {
        if (!cut) {
          throw e;
        }
      }
    }
  }

  static BastionWay open(Link bastion, SshTarget target) throws SshFailure {
    try {
      var channel = new Listened(bastion.client().getConnection(), target.address(), target.port());
      channel.open();
      return new BastionWay(channel);
    } catch (OpenFailException e) {
      throw new SshFailure(cause(target, String.valueOf(e.getMessage())), e);
    } catch (IOException e) {
      throw bastion.lost(e);
    }
  }

  /** The bastion's sshd says in words why it could not connect. */
  private static ConnectCause cause(SshTarget target, String message) {
    String said = message.toLowerCase(Locale.ROOT);
    if (said.contains("refused")) {
      return new ConnectCause.Refused(target.address(), target.port());
    }
    if (said.contains("not known") || said.contains("resolution") || said.contains("no address")) {
      return new ConnectCause.UnknownHost(target.address());
    }
    return new ConnectCause.NoRoute(target.address(), target.port());
  }

  @Override
  public void connect(SSHClient client) throws IOException {
    client.connectVia(channel);
  }

  @Override
  public String firstWords() {
    return channel.overheard.firstLine();
  }

  @Override
  public void cut() {
    try {
      channel.overheard.close(); // closing the channel would wait
    } catch (IOException _) {
      // it is gone, which is what we want
    }
  }
}
