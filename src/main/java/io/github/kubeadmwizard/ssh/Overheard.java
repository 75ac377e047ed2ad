package io.github.kubeadmwizard.ssh;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A stream that remembers how the other side began to speak. */
class Overheard extends FilterInputStream {
  private final byte[] first = new byte[80];
  private final Runnable afterwards;
  private int kept;

  /**
   * @param afterwards run after each read that gave something
   */
  Overheard(InputStream in, Runnable afterwards) {
    super(in);
    this.afterwards = afterwards;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] b, int off, int len) throws IOException {
    int n = super.read(b, off, len);
    if (n > 0) {
      remember(b, off, n);
      afterwards.run();
    }
    return n;
  }

  private synchronized void remember(byte[] b, int off, int n) {
    if (kept < first.length) {
      int more = Math.min(n, first.length - kept);
      System.arraycopy(b, off, first, kept, more);
      kept += more;
    }
  }

  /** The first line that came, at most 80 printable characters; empty if nothing came. */
  synchronized String firstLine() {
    String text = new String(first, 0, kept, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\n');
    return Plain.text(end < 0 ? text : text.substring(0, end), first.length);
  }
}
