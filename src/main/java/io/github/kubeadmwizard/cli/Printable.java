package io.github.kubeadmwizard.cli;

/** Text of hosts as it may be printed: nothing in it moves the cursor or colours the screen. */
final class Printable {
  private Printable() {}

  static String of(String text) {
    return text.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "").replaceAll("\\p{Cntrl}+", " ");
  }
}
