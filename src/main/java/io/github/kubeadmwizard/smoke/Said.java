package io.github.kubeadmwizard.smoke;

import io.github.kubeadmwizard.smoke.Way.Kind;
import io.github.kubeadmwizard.smoke.Way.State;
import java.util.Optional;

/** Reads what the scripts of the test say, line by line. */
final class Said {
  private Said() {}

  /**
   * A line of {@code smoke-node.sh}: {@code node|pod NAME ADDRESS STATE DETAIL}, or {@code
   * service|dns node|pod ADDRESS STATE DETAIL}.
   *
   * @param self the node that says it
   */
  static Optional<Way> way(String self, String line) {
    String[] words = line.split(" ", 5);
    if (words.length < 4) {
      return Optional.empty();
    }
    boolean ofPod = words[1].equals("pod");
    State state = State.of(words[3]);
    String detail = words.length > 4 && !words[4].equals("-") ? words[4] : "";
    String address = state == State.SILENT || state == State.LARGE ? words[2] : detail;
    return switch (words[0]) {
      case "node" -> Optional.of(new Way(Kind.NODE_TO_POD, self, words[1], state, address));
      case "pod" -> Optional.of(new Way(Kind.POD_TO_POD, self, words[1], state, address));
      case "service" ->
          Optional.of(
              new Way(
                  ofPod ? Kind.POD_TO_SERVICE : Kind.NODE_TO_SERVICE, self, "", state, words[2]));
      case "dns" -> Optional.of(new Way(Kind.POD_TO_DNS, self, "", state, detail));
      default -> Optional.empty();
    };
  }

  /** What this computer found at the port of a node: {@code ok ANSWER} or {@code silent WHY}. */
  static Optional<Way> nodePort(String self, String said) {
    String[] words = said.split(" ", 2);
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Way(
                Kind.NODE_PORT, self, "", State.of(words[0]), words.length > 1 ? words[1] : ""));
  }

  /** A line of {@code smoke-kubelets.sh}: {@code logs|exec NODE ok|failed WORDS}. */
  static Optional<Way> kubelet(String line) {
    String[] words = line.split(" ", 4);
    if (words.length < 4) {
      return Optional.empty();
    }
    Kind kind = words[0].equals("logs") ? Kind.LOGS : Kind.EXEC;
    return Optional.of(new Way(kind, words[1], "", State.of(words[2]), words[3]));
  }
}
