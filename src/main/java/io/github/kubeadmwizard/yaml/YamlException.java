package io.github.kubeadmwizard.yaml;

import io.github.kubeadmwizard.text.Message;
import java.io.Serial;

/** A text that is not YAML, or more of YAML than is accepted here. */
public final class YamlException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Position at;
  private final transient Message what;

  /**
   * @param what never holds the text itself, which may be a secret
   */
  public YamlException(Position at, Message what) {
    super(what.key() + " at line " + at.line() + ", column " + at.column());
    this.at = at;
    this.what = what;
  }

  /** Where reading stopped. */
  public Position at() {
    return at;
  }

  /** What was wrong there. */
  public Message what() {
    return what;
  }
}
