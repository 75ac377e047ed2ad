package io.github.kubeadmwizard.wizard.step.install;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.text.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Parts of small plans. */
final class Walks {
  private Walks() {}

  /** The same actions on each of these hosts; one called init may not be broken off. */
  static PlannedPhase phase(String id, List<String> hosts, String... actions) {
    return new PlannedPhase(
        id,
        Message.of(id),
        PlannedPhase.Order.SIDE_BY_SIDE,
        Set.of(),
        Set.of(),
        Set.of(),
        hosts.stream()
            .map(host ->
                new PlannedPhase.Lane(
                    new HostName(host), Stream.of(actions).map(Walks::action).toList()))
            .toList());
  }

  private static Action action(String id) {
    return new Action.RunScript(
        id,
        Message.of(id),
        id,
        new TreeMap<>(),
        Set.of(),
        !id.equals("init"),
        Duration.ofMinutes(1));
  }

  static Problem problem(HostName host) {
    return new Problem(
        "host.no",
        host,
        "prepare/modules",
        Message.of("host.no.what"),
        Message.of("host.no.why"),
        Message.of("host.no.remedy"),
        Optional.empty(),
        List.of());
  }
}
