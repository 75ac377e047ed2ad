package io.github.kubeadmwizard.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The named gates of a plan. A gate opens when every host that it counts on has passed its phase;
 * it closes for good, with the host that is to blame, when one of them left without passing.
 */
final class Gates {
  private record Pass(String phase, HostName host) {}

  /** What those who wait at a gate find. */
  sealed interface Answer {
    /** Go on. */
    record Open() implements Answer {}

    /** It can no longer open. */
    record Closed(HostName because) implements Answer {}
  }

  private final Map<String, Set<Pass>> missing = new HashMap<>();
  private final Map<String, HostName> closed = new HashMap<>();
  private final Map<Pass, Set<String>> settled = new HashMap<>();
  private final Map<Pass, Set<String>> opened = new HashMap<>();

  Gates(Plan plan) {
    for (PlannedPhase phase : plan.phases()) {
      List<HostName> hosts = phase.lanes().stream().map(PlannedPhase.Lane::host).toList();
      for (HostName host : hosts) {
        var pass = new Pass(phase.id(), host);
        opened.put(pass, new HashSet<>(phase.opens()));
        settled.put(pass, new HashSet<>(phase.settles()));
        phase.opens().forEach(gate -> expect(gate, pass));
        phase.settles().forEach(gate -> expect(gate, pass));
      }
      if (phase.order() != PlannedPhase.Order.SIDE_BY_SIDE) {
        var kept = phase.order() == PlannedPhase.Order.ONE_AT_A_TIME ? settled : opened;
        for (HostName host : hosts) {
          var pass = new Pass(phase.id(), host);
          kept.getOrDefault(pass, new HashSet<>()).add(turnAfter(phase, host));
          expect(turnAfter(phase, host), pass);
        }
      }
    }
  }

  private void expect(String gate, Pass pass) {
    missing.computeIfAbsent(gate, g -> new HashSet<>()).add(pass);
  }

  /** The gate behind the host before this one, in a phase whose hosts go one at a time. */
  static Optional<String> turn(PlannedPhase phase, HostName host) {
    if (phase.order() == PlannedPhase.Order.SIDE_BY_SIDE) {
      return Optional.empty();
    }
    List<HostName> hosts = phase.lanes().stream().map(PlannedPhase.Lane::host).toList();
    int place = hosts.indexOf(host);
    return place <= 0 ? Optional.empty() : Optional.of(turnAfter(phase, hosts.get(place - 1)));
  }

  private static String turnAfter(PlannedPhase phase, HostName host) {
    return phase.id() + "/after/" + host;
  }

  /** The host has done this phase. */
  synchronized void passed(String phase, HostName host) {
    var pass = new Pass(phase, host);
    opened.getOrDefault(pass, Set.of()).forEach(gate -> remove(gate, pass));
    settled.getOrDefault(pass, Set.of()).forEach(gate -> remove(gate, pass));
    notifyAll();
  }

  /** The host left its lane: it will not pass what it has not passed by now. */
  synchronized void left(HostName host) {
    for (Pass pass : settled.keySet()) {
      if (pass.host().equals(host)) {
        settled.get(pass).forEach(gate -> remove(gate, pass));
        for (String gate : opened.getOrDefault(pass, Set.of())) {
          if (missing.getOrDefault(gate, Set.of()).contains(pass)) {
            closed.putIfAbsent(gate, host);
          }
        }
      }
    }
    notifyAll();
  }

  /** Wakes those who wait, so that they look at {@code cancel}. */
  synchronized void wake() {
    notifyAll();
  }

  /** Whether somebody who comes to these gates now has to wait. */
  synchronized boolean wouldWait(Set<String> gates) {
    return gates.stream().anyMatch(g -> !missing.getOrDefault(g, Set.of()).isEmpty());
  }

  /**
   * Waits at these gates.
   *
   * @return empty if the user asked to stop meanwhile
   */
  synchronized Optional<Answer> await(Set<String> gates, Cancel cancel)
      throws InterruptedException {
    while (!cancel.asked()) {
      Optional<HostName> blame =
          gates.stream().filter(closed::containsKey).map(closed::get).findFirst();
      if (blame.isPresent()) {
        return Optional.of(new Answer.Closed(blame.get()));
      }
      if (gates.stream().allMatch(g -> missing.getOrDefault(g, Set.of()).isEmpty())) {
        return Optional.of(new Answer.Open());
      }
      wait();
    }
    return Optional.empty();
  }

  private void remove(String gate, Pass pass) {
    missing.getOrDefault(gate, new HashSet<>()).remove(pass);
  }
}
