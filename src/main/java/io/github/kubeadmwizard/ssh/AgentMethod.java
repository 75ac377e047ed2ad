package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.Message;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.transport.TransportException;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/** The method "publickey" with a key that stays in the agent. Source: RFC 4252, section 7. */
final class AgentMethod extends AbstractAuthMethod {
  private final AgentClient agent;
  private final AgentClient.Identity identity;

  AgentMethod(AgentClient agent, AgentClient.Identity identity) {
    super("publickey");
    this.agent = agent;
    this.identity = identity;
  }

  @Override
  protected SSHPacket buildReq() throws UserAuthException {
    return request(false);
  }

  private SSHPacket request(boolean signed) throws UserAuthException {
    return super.buildReq()
        .putBoolean(signed)
        .putString(identity.algorithm())
        .putString(identity.blob());
  }

  /** The host would take the key: sign. */
  @Override
  public void handle(Message message, SSHPacket packet)
      throws UserAuthException, TransportException {
    if (message != Message.USERAUTH_60) {
      super.handle(message, packet);
      return;
    }
    SSHPacket request = request(true);
    byte[] data =
        new Buffer.PlainBuffer()
            .putString(params.getTransport().getSessionID())
            .putBuffer(request)
            .getCompactData();
    try {
      request.putString(agent.sign(identity, data));
    } catch (IOException e) {
      throw new UserAuthException(e);
    }
    params.getTransport().write(request);
  }
}
