package io.github.kubeadmwizard.cli;

import io.github.kubeadmwizard.text.Secret;
import java.util.Optional;

/** The person in front of the program, and the screen they look at. */
public interface Terminal {

  /** Whether there is somebody who can be asked. */
  boolean canAsk();

  /**
   * Asks for a line.
   *
   * @return empty at the end of the input
   */
  Optional<String> ask(String prompt);

  /**
   * Asks for a secret, which is not shown while it is typed.
   *
   * @return empty at the end of the input
   */
  Optional<Secret> askSecret(String prompt);

  /** Whether what is printed can be drawn over; false in a pipe and on a dumb terminal. */
  boolean redraws();

  /** The screen's size now. */
  Size size();

  /** Columns and rows, in characters. */
  record Size(int columns, int rows) {
    /** What is assumed where nobody tells. */
    public static final Size USUAL = new Size(80, 24);
  }
}
