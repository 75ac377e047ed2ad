package io.github.kubeadmwizard.ssh;

/** What a stranger said, made fit to be shown: no control characters, not long. */
final class Plain {
  private Plain() {}

  static String text(String said, int length) {
    String plain = said.replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= length ? plain : plain.substring(0, length) + "…";
  }
}
