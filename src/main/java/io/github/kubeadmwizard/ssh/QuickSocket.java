package io.github.kubeadmwizard.ssh;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/**
 * A socket that sends at once (without TCP_NODELAY a command costs 45 ms instead of 4) and reads
 * through a buffer (sshj reads a byte at a time). It remembers how the other side began to speak.
 */
final class QuickSocket extends Socket {
  private static final int BUFFER = 64 * 1024;

  private @Nullable Overheard overheard;
  private @Nullable InputStream buffered;

  @Override
  public synchronized InputStream getInputStream() throws IOException {
    InputStream in = buffered;
    if (in == null) {
      setTcpNoDelay(true);
      overheard = new Overheard(super.getInputStream());
      in = new BufferedInputStream(overheard, BUFFER);
      buffered = in;
    }
    return in;
  }

  /** The first line that came, at most 80 printable characters; empty if nothing came. */
  synchronized String firstWords() {
    return overheard == null ? "" : overheard.firstLine();
  }
}
