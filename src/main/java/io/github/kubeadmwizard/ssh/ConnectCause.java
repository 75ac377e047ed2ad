package io.github.kubeadmwizard.ssh;

import io.github.kubeadmwizard.text.Message;

/** Why there is no connection. */
public sealed interface ConnectCause extends SshCause {

  /** The name has no address. */
  record UnknownHost(String address) implements ConnectCause {
    @Override
    public String id() {
      return "ssh.unknownHost";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.unknownHost.what", address),
          Message.of("ssh.unknownHost.why"),
          Message.of("ssh.unknownHost.remedy"));
    }
  }

  /** Nothing listens on the port. */
  record Refused(String address, int port) implements ConnectCause {
    @Override
    public String id() {
      return "ssh.refused";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.refused.what", address, String.valueOf(port)),
          Message.of("ssh.refused.why"),
          Message.of("ssh.refused.remedy", String.valueOf(port)));
    }
  }

  /** No way leads there. */
  record NoRoute(String address, int port) implements ConnectCause {
    @Override
    public String id() {
      return "ssh.noRoute";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.noRoute.what", address, String.valueOf(port)),
          Message.of("ssh.noRoute.why"),
          Message.of("ssh.noRoute.remedy"));
    }
  }

  /** No answer to the call. */
  record NoAnswer(String address, int port, long seconds) implements ConnectCause {
    @Override
    public String id() {
      return "ssh.noAnswer";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.noAnswer.what", address, String.valueOf(port), seconds),
          Message.of("ssh.noAnswer.why"),
          Message.of("ssh.noAnswer.remedy", String.valueOf(port)));
    }
  }

  /**
   * Something answers, but no SSH server.
   *
   * @param said how it began, or empty for silence
   */
  record NotSsh(String address, int port, String said) implements ConnectCause {
    @Override
    public String id() {
      return "ssh.notSsh";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.notSsh.what", address, String.valueOf(port)),
          said.isEmpty() ? Message.of("ssh.notSsh.silent") : Message.of("ssh.notSsh.why", said),
          Message.of("ssh.notSsh.remedy"));
    }
  }

  /** The server closed before it greeted: too many logins at once, or it locked us out. */
  record ClosedAtOnce(String address, int port) implements ConnectCause {
    @Override
    public String id() {
      return "ssh.closedAtOnce";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.closedAtOnce.what", address, String.valueOf(port)),
          Message.of("ssh.closedAtOnce.why"),
          Message.of("ssh.closedAtOnce.remedy"));
    }
  }

  /** The server speaks only ways that are unsafe or too old. */
  record NothingInCommon(String address, String detail) implements ConnectCause {
    @Override
    public String id() {
      return "ssh.nothingInCommon";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.nothingInCommon.what", address),
          Message.of("ssh.nothingInCommon.why", detail),
          Message.of("ssh.nothingInCommon.remedy"));
    }
  }

  /** A step of the connection took too long. */
  record TimedOut(String address, Step step, long seconds) implements ConnectCause {
    @Override
    public String id() {
      return "ssh.timedOut";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.timedOut.what", address, step.message(), seconds),
          Message.of("ssh.timedOut.why"),
          Message.of("ssh.timedOut.remedy"));
    }
  }

  /** The line broke. */
  record ConnectionLost(String address, String detail) implements ConnectCause {
    @Override
    public String id() {
      return "ssh.connectionLost";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.connectionLost.what", address),
          Message.of("ssh.connectionLost.why", detail),
          Message.of("ssh.connectionLost.remedy"));
    }
  }

  /** The port of this machine that a tunnel should have is not free. */
  record PortTaken(int port, String detail) implements ConnectCause {
    @Override
    public String id() {
      return "ssh.portTaken";
    }

    @Override
    public Words words() {
      return new Words(
          Message.of("ssh.portTaken.what", String.valueOf(port)),
          Message.of("ssh.portTaken.why", detail),
          Message.of("ssh.portTaken.remedy"));
    }
  }

  /** A step that has a deadline. */
  enum Step {
    GREETING,
    SIGN_IN,
    ROOT;

    /** Its words. */
    public Message message() {
      return switch (this) {
        case GREETING -> Message.of("ssh.step.greeting");
        case SIGN_IN -> Message.of("ssh.step.signIn");
        case ROOT -> Message.of("ssh.step.root");
      };
    }
  }
}
