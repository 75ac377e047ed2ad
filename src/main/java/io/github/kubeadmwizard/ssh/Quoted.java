package io.github.kubeadmwizard.ssh;

/** Text as one word of a shell. */
final class Quoted {
  private Quoted() {}

  static String of(String text) {
    return "'%s'".formatted(text.replace("'", "'\\''"));
  }
}
