package io.github.kubeadmwizard.engine;

import io.github.kubeadmwizard.text.Message;
import java.util.List;

/** How an action ended. "Was so already" and "changed" are different answers. */
public sealed interface Outcome {

  /** It was so already. */
  record Unchanged() implements Outcome {}

  /**
   * It was changed by us.
   *
   * @param before what was there before, in order; undo reads it backwards
   */
  record Changed(List<Before> before) implements Outcome {
    public Changed {
      before = List.copyOf(before);
    }
  }

  /**
   * It was not done, and that is all right.
   *
   * @param why for the user
   */
  record Skipped(Message why) implements Outcome {}

  /**
   * It could not be done.
   *
   * @param problem what, why and what to do
   */
  record Failed(Problem problem) implements Outcome {}
}
