package io.github.kubeadmwizard.imports;

import io.github.kubeadmwizard.text.Message;
import java.io.Serial;

/** A part of a text that is no host, with what is wrong; caught where the line is known. */
final class Refused extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Message why;

  Refused(Message why) {
    super(why.key(), null, false, false); // thousands may come of one paste
    this.why = why;
  }

  Message why() {
    return why;
  }
}
