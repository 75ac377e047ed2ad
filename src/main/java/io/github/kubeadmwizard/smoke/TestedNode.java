package io.github.kubeadmwizard.smoke;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A node of the cluster with its test pod, as the first control plane saw them.
 *
 * @param ready whether the node is Ready
 * @param state {@code runs}, {@code notReady}, {@code starting}, or the reason why it waits
 * @param words what the kubelet or the control plane says of it
 */
record TestedNode(String name, boolean ready, String state, String words) {

  /** The nodes of the value that {@code smoke-begin.sh} gives. */
  static List<TestedNode> all(String ground) {
    return ground.lines().flatMap(line -> of(line).stream()).toList();
  }

  private static Optional<TestedNode> of(String line) {
    String[] words = line.split(" ", 8);
    return words.length >= 7 && words[0].equals("node")
        ? Optional.of(
            new TestedNode(
                words[1],
                words[3].equals("True"),
                words[5],
                Stream.of(words).skip(7).findFirst().orElse("").strip()))
        : Optional.empty();
  }

  boolean runs() {
    return state.equals("runs");
  }
}
