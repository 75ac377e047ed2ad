package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import net.schmizz.sshj.common.DisconnectReason;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.connection.Connection;
import net.schmizz.sshj.connection.ConnectionException;
import net.schmizz.sshj.connection.channel.ChannelInputStream;
import net.schmizz.sshj.connection.channel.direct.SessionChannel;
import net.schmizz.sshj.transport.TransportException;

/**
 * A session whose output and errors may both be long. The host gets room for more only for what was
 * taken, so at most one window lies here, whichever stream it belongs to.
 *
 * <p>sshj's own streams widen the window, which they share, by every read of either: where one is
 * taken slowly and the other quickly, the slow one runs over its buffer, and two reads at once
 * widen it twice; both end the connection. Its streams stay empty here.
 */
final class TwoStreamSession extends SessionChannel {
  private final Inlet out = new Inlet(this::taken);
  private final Inlet err = new Inlet(this::taken);
  private final long owing;
  private long owed;

  TwoStreamSession(Connection connection) {
    super(connection);
    owing = connection.getWindowSize() / 4;
  }

  Inlet out() {
    return out;
  }

  Inlet err() {
    return err;
  }

  @Override
  protected void receiveInto(ChannelInputStream stream, SSHPacket packet) throws SSHException {
    long length = packet.readUInt32();
    if (length > packet.available()) {
      throw new ConnectionException(DisconnectReason.PROTOCOL_ERROR, "a packet of a wrong length");
    }
    lwin.consume(length);
    Inlet inlet = stream == getErrorStream() ? err : out;
    inlet.put(packet.array(), packet.rpos(), Math.toIntExact(length));
  }

  private void taken(int bytes) throws TransportException {
    long more;
    synchronized (this) {
      owed += bytes;
      if (owed < owing) {
        return;
      }
      more = owed;
      owed = 0;
    }
    lwin.expand(more); // before the host may use it
    trans.write(newBuffer(Message.CHANNEL_WINDOW_ADJUST).putUInt32(more));
  }

  @Override
  protected void eofInputStreams() {
    super.eofInputStreams();
    end(new IOException("the host ended the helper"));
  }

  @Override
  protected void closeAllStreams() {
    super.closeAllStreams();
    end(new IOException("the host ended the helper"));
  }

  @Override
  public void notifyError(SSHException error) {
    super.notifyError(error);
    end(error);
  }

  private void end(IOException why) {
    out.end(why);
    err.end(why);
  }
}
