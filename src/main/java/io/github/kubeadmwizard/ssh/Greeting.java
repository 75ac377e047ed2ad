package io.github.kubeadmwizard.ssh;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Tells why a greeting failed, from what was said and from sshj's words. */
final class Greeting {
  private Greeting() {}

  static ConnectCause cause(SshTarget target, Way way, boolean late, Duration time, IOException e) {
    String address = target.address();
    String message = String.valueOf(e.getMessage());
    String said = way.firstWords();
    boolean greeted = said.startsWith("SSH-");
    if (message.contains("Unable to reach a settlement")) {
      return new ConnectCause.NothingInCommon(address, Plain.text(message, 400));
    }
    if (greeted) {
      return late || isTimeout(e)
          ? new ConnectCause.TimedOut(address, ConnectCause.Step.GREETING, time.toSeconds())
          : new ConnectCause.ConnectionLost(address, Plain.text(message, 200));
    }
    boolean silent = said.isEmpty() && (late || isTimeout(e));
    return silent || !said.isEmpty()
        ? new ConnectCause.NotSsh(address, target.port(), said)
        : new ConnectCause.ClosedAtOnce(address, target.port());
  }

  private static boolean isTimeout(Throwable e) {
    for (Throwable t = e; t != null; t = t.getCause()) {
      if (t instanceof SocketTimeoutException
          || t instanceof java.util.concurrent.TimeoutException) {
        return true;
      }
    }
    return false;
  }
}
