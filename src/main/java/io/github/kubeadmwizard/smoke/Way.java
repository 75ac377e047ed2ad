package io.github.kubeadmwizard.smoke;

/**
 * One attempt of the test, from a node or its pod to something.
 *
 * @param from the node's name
 * @param to the target's node; empty where the target is no pod
 * @param detail an address, or what was said; may be empty
 */
public record Way(Kind kind, String from, String to, State state, String detail) {

  /** From what to what. */
  public enum Kind {
    NODE_TO_POD,
    POD_TO_POD,
    NODE_TO_SERVICE,
    POD_TO_SERVICE,
    POD_TO_DNS,
    /** From the user's computer to a node. */
    NODE_PORT,
    /** {@code kubectl logs} by the kubelet of a node. */
    LOGS,
    /** {@code kubectl exec} by the kubelet of a node. */
    EXEC
  }

  /** What came of it. */
  public enum State {
    OK,
    /** No answer. */
    SILENT,
    /** Only small packets pass. */
    LARGE,
    /** It arrives from another address than its own: {@code detail}. */
    SOURCE,
    /** Another one answered than the one that was meant: {@code detail}. */
    OTHER,
    /** It could not be tried. */
    NOT_TRIED;

    static State of(String word) {
      return switch (word) {
        case "ok" -> OK;
        case "large" -> LARGE;
        case "source" -> SOURCE;
        case "other" -> OTHER;
        default -> SILENT;
      };
    }
  }

  /** Whether it was tried and did not work. */
  public boolean failed() {
    return state != State.OK && state != State.NOT_TRIED;
  }
}
