package io.github.kubeadmwizard.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams with a character set that has our words. In the locale "C" Java prints ASCII
 * alone and puts question marks for the rest; terminals and files of today expect UTF-8 there.
 */
final class Printing {
  private Printing() {}

  static PrintStream to(PrintStream stream) {
    if (!stream.charset().equals(StandardCharsets.US_ASCII)) {
      return stream;
    }
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }
}
