package io.github.kubeadmwizard.practice;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What the facts script is asked beyond the machine itself, read from the assignments before it.
 *
 * @param probes addresses to try
 * @param peers addresses of the other nodes
 * @param disks whether it has to say which disks are blank
 */
record Question(List<String> probes, List<String> peers, boolean disks) {
  Question {
    probes = List.copyOf(probes);
    peers = List.copyOf(peers);
  }

  static Question in(String assignments) {
    boolean disks = assignments.contains("proof-end");
    return new Question(lines("PROBES", assignments), lines("PEERS", assignments), disks);
  }

  private static List<String> lines(String name, String assignments) {
    var found = Pattern.compile("(?m)^" + name + "='([^']*)'").matcher(assignments);
    return found.find() ? found.group(1).lines().filter(l -> !l.isBlank()).toList() : List.of();
  }
}
