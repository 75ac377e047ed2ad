package io.github.kubeadmwizard.help;

/**
 * Characters of one look within a line of prose.
 *
 * @param link where they lead, as the document writes it; empty: nowhere
 */
public record Run(String text, boolean strong, boolean emphasis, boolean code, String link) {
  /** Characters without any look. */
  public static Run plain(String text) {
    return new Run(text, false, false, false, "");
  }

  /** Characters that lead somewhere. */
  public static Run link(String text, String link) {
    return new Run(text, false, false, false, link);
  }

  Run withText(String other) {
    return new Run(other, strong, emphasis, code, link);
  }
}
