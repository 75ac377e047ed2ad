package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.text.Message;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.schmizz.sshj.common.Buffer;

/**
 * Talks to ssh-agent over its socket, one question to a connection. Source:
 * draft-ietf-sshm-ssh-agent.
 */
final class AgentClient {
  private static final byte REQUEST_IDENTITIES = 11;
  private static final byte IDENTITIES = 12;
  private static final byte SIGN_REQUEST = 13;
  private static final byte SIGNATURE = 14;
  private static final int RSA_SHA2_512 = 4;
  private static final int LONGEST_ANSWER = 1 << 20;

  private final Optional<Path> socket;

  /**
   * @param socket usually the value of {@code SSH_AUTH_SOCK}
   */
  AgentClient(Optional<Path> socket) {
    this.socket = socket;
  }

  /**
   * A key that the agent holds.
   *
   * @param type such as {@code ssh-ed25519}
   * @param base64 the public key in SSH's form
   * @param comment as the user named it
   */
  record Identity(String type, String base64, String comment) {
    byte[] blob() {
      return Base64.getDecoder().decode(base64);
    }

    /** The name of the signature that is asked for. */
    String algorithm() {
      return type.equals("ssh-rsa") ? "rsa-sha2-512" : type;
    }
  }

  /** The keys that it holds; at least one. */
  List<Identity> identities() throws SshFailure {
    if (socket.isEmpty()) {
      throw unavailable(Message.of("ssh.agent.notRunning"), null);
    }
    try {
      List<Identity> found = parse(ask(new Buffer.PlainBuffer().putByte(REQUEST_IDENTITIES)));
      if (found.isEmpty()) {
        throw unavailable(Message.of("ssh.agent.empty"), null);
      }
      return found;
    } catch (IOException e) {
      throw unavailable(Message.of("ssh.agent.silent", socket.get().toString()), e);
    }
  }

  private static List<Identity> parse(Buffer.PlainBuffer answer) throws IOException {
    if (answer.readByte() != IDENTITIES) {
      throw new IOException("the agent refuses to list its keys");
    }
    var found = new ArrayList<Identity>();
    int count = answer.readUInt32AsInt();
    for (int i = 0; i < count; i++) {
      byte[] blob = answer.readBytes();
      String comment = answer.readString();
      String type = new Buffer.PlainBuffer(blob).readString();
      found.add(new Identity(type, Base64.getEncoder().encodeToString(blob), comment));
    }
    return found;
  }

  /** Signs with one of its keys: the signature in SSH's form. */
  byte[] sign(Identity identity, byte[] data) throws IOException {
    int flags = identity.type().equals("ssh-rsa") ? RSA_SHA2_512 : 0;
    Buffer.PlainBuffer answer =
        ask(
            new Buffer.PlainBuffer()
                .putByte(SIGN_REQUEST)
                .putString(identity.blob())
                .putString(data)
                .putUInt32(flags));
    if (answer.readByte() != SIGNATURE) {
      throw new IOException("the agent refuses to sign");
    }
    return answer.readBytes();
  }

  private Buffer.PlainBuffer ask(Buffer.PlainBuffer question) throws IOException {
    var address = UnixDomainSocketAddress.of(socket.orElseThrow());
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(address);
      byte[] body = question.getCompactData();
      ByteBuffer out = ByteBuffer.allocate(4 + body.length).putInt(body.length).put(body).flip();
      while (out.hasRemaining()) {
        channel.write(out);
      }
      int length = read(channel, 4).getInt();
      if (length < 1 || length > LONGEST_ANSWER) {
        throw new IOException("no agent's answer");
      }
      return new Buffer.PlainBuffer(read(channel, length).array());
    }
  }

  private static ByteBuffer read(SocketChannel channel, int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      if (channel.read(in) < 0) {
        throw new IOException("the agent hung up");
      }
    }
    return in.flip();
  }

  private static SshFailure unavailable(
      Message detail, @org.jspecify.annotations.Nullable IOException e) {
    return new SshFailure(new SignInCause.AgentUnavailable(detail), e);
  }
}
