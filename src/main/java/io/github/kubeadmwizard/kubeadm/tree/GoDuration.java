package io.github.kubeadmwizard.kubeadm.tree;

import java.util.regex.Pattern;

/**
 * A length of time as Go writes it, such as {@code 4m0s} or {@code 8760h}; there are no days.
 *
 * @param text the form that stands in the document
 */
public record GoDuration(String text) {
  private static final Pattern FORM = Pattern.compile("0|-?(\\d+(\\.\\d+)?(ns|us|µs|ms|s|m|h))+");

  /**
   * @throws IllegalArgumentException where the text has another form
   */
  public GoDuration {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not a Go duration: " + text);
    }
  }

  /** Whether Go's time.ParseDuration would take the text. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }
}
