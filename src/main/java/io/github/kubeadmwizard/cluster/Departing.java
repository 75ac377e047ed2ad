package io.github.kubeadmwizard.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pod network that leaves a cluster for another one, as it is noted on every node while that
 * goes on; whoever goes on with it, from whatever computer, knows by it from what to what.
 *
 * @param traces by what it is known what it put on nodes: names below {@code
 *     installer-assets/networks}; more than one where a switch was turned around
 * @param workloads its DaemonSets, as {@code NAMESPACE/NAME}
 * @param to what takes its place, as the cluster file names it
 * @param id which switch this is; letters and digits
 */
public record Departing(List<String> traces, List<String> workloads, String to, String id) {
  public Departing {
    traces = List.copyOf(traces);
    workloads = List.copyOf(workloads);
  }

  /** As it is noted; no part of it holds a blank. */
  public String text() {
    return String.join(
        " ", "from=" + String.join(",", traces), "by=" + String.join(",", workloads), to, id);
  }

  /** From what was noted; empty where somebody else wrote it. */
  public static Optional<Departing> of(String text) {
    String[] parts = text.split(" ", -1);
    return parts.length == 4 && parts[0].startsWith("from=") && parts[1].startsWith("by=")
        ? Optional.of(new Departing(list(parts[0]), list(parts[1]), parts[2], parts[3]))
        : Optional.empty();
  }

  private static List<String> list(String part) {
    String list = part.substring(part.indexOf('=') + 1);
    return list.isEmpty() ? List.of() : Arrays.asList(list.split(","));
  }

  /** The same, with what it had become by now, on the way to something else. */
  public Departing turned(
      List<String> moreTraces, List<String> moreWorkloads, String other, String otherId) {
    return new Departing(both(traces, moreTraces), both(workloads, moreWorkloads), other, otherId);
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }
}
