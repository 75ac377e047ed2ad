package io.github.kubeadmwizard.running;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A pod, as {@code kubectl get pods} shows it.
 *
 * @param ready containers that are ready, of all, as {@code 1/2}
 * @param state such as {@code Running}, {@code CrashLoopBackOff} or {@code Init:0/1}
 * @param restarts a number, and when the last was
 * @param age such as {@code 5d2h}
 */
public record PodLine(
    String namespace,
    String name,
    String ready,
    String state,
    String restarts,
    String age,
    String node) {
  private static final int NODE = 7; // the address stands before it

  /** What is not well stands first. */
  private static final Comparator<PodLine> ORDER =
      Comparator.comparing(PodLine::isWell)
          .thenComparing(PodLine::namespace)
          .thenComparing(PodLine::name);

  /** Whether it does its work, or has done it. */
  public boolean isWell() {
    String[] both = ready.split("/", -1);
    return state.equals("Completed")
        || (state.equals("Running") && both.length == 2 && both[0].equals(both[1]));
  }

  /** Both names as one. */
  public String path() {
    return namespace + "/" + name;
  }

  /** From the lines of {@code pods.sh}, below their heads. */
  static List<PodLine> of(String lines) {
    return lines
        .lines()
        .skip(1)
        .map(line -> Arrays.asList(line.strip().split(" {2,}", -1)))
        .filter(fields -> fields.size() > NODE)
        .map(f ->
            new PodLine(f.get(0), f.get(1), f.get(2), f.get(3), f.get(4), f.get(5), f.get(NODE)))
        .sorted(ORDER)
        .toList();
  }
}
