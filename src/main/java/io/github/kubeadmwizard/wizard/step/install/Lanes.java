package io.github.kubeadmwizard.wizard.step.install;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.install.NodeCondition;
import io.github.kubeadmwizard.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a run's events come to, by machine. Knows no screen; used by one thread. */
final class Lanes {
  /** Where a machine becomes a node, and where every node was seen to be Ready. */
  private static final Set<String> JOINING =
      Set.of("init-control-plane", "join-control-planes", "join-workers");

  private static final String NODES_READY = "nodes-ready";

  private final Plan plan;
  private final Map<HostName, LaneRow> rows = new LinkedHashMap<>();
  private final Map<String, Message> titles = new HashMap<>();
  private final Map<String, Message> actions = new HashMap<>();
  private String furthest = "";

  Lanes(Plan plan, Set<HostName> controlPlanes) {
    this.plan = plan;
    plan.phases().forEach(phase -> titles.put(phase.id(), phase.title()));
    for (HostName host : plan.hosts()) {
      int all = plan.of(host).mapToInt(p -> p.actionsOn(host).orElseThrow().size()).sum();
      rows.put(host, LaneRow.of(host, controlPlanes.contains(host), all));
    }
  }

  /** The machines, in the plan's order. */
  List<LaneRow> rows() {
    return new ArrayList<>(rows.values());
  }

  /** From 0 to 1, by actions. */
  double progress() {
    int done = rows.values().stream().mapToInt(LaneRow::done).sum();
    int all = rows.values().stream().mapToInt(LaneRow::all).sum();
    return all == 0 ? 0 : (double) done / all;
  }

  /** The phase that the run as a whole is in: the furthest that anybody works on. */
  Message phase() {
    int number = index(furthest);
    return number < 0
        ? Message.of("wizard.install.begins")
        : Message.of("wizard.install.phase", number + 1, plan.phases().size(), title(furthest));
  }

  private int index(String phase) {
    List<String> ids = plan.phases().stream().map(PlannedPhase::id).toList();
    return ids.indexOf(phase);
  }

  private Message title(String phase) {
    return titles.getOrDefault(phase, Message.of("wizard.install.nothing"));
  }

  void take(RunEvent event) {
    switch (event) {
      case RunEvent.PhaseStarted e -> {
        furthest = index(e.phase()) > index(furthest) ? e.phase() : furthest;
        change(e.host(), e.at(), LaneRow.State.WORKING, e.phase(), title(e.phase()));
      }
      case RunEvent.Waiting e -> waiting(e);
      case RunEvent.ActionStarted e -> {
        actions.put(e.host() + "/" + e.action(), e.title());
        change(e.host(), e.at(), LaneRow.State.WORKING, e.phase(), e.title());
      }
      case RunEvent.Progress e -> progress(e);
      case RunEvent.ActionFinished e -> finished(e);
      case RunEvent.HostFinished e -> left(e);
      case RunEvent.RunStarted _, RunEvent.Output _, RunEvent.RunFinished _ -> {}
    }
  }

  private void waiting(RunEvent.Waiting e) {
    boolean works = e.action().isPresent();
    var state = works ? LaneRow.State.WORKING : LaneRow.State.WAITING;
    change(e.host(), e.at(), state, e.phase(), e.what());
    NodeCondition.of(e.what())
        .ifPresent(
            says -> rows.computeIfPresent(whose(says, e.host()), (_, row) -> row.notReady(says)));
  }

  /**
   * A control plane tells of others, too; whose name is not the one of the list tells of itself.
   */
  private HostName whose(NodeCondition says, HostName teller) {
    return rows.keySet().stream()
        .filter(host -> host.value().equalsIgnoreCase(says.node()))
        .findFirst()
        .orElse(teller);
  }

  private void change(
      HostName host, java.time.Instant at, LaneRow.State state, String phase, Message detail) {
    rows.computeIfPresent(
        host,
        (_, row) ->
            row.begun(at)
                .in(
                    state,
                    Message.of(
                        "wizard.install.lane",
                        index(phase) + 1,
                        plan.phases().size(),
                        title(phase)),
                    detail));
  }

  private void progress(RunEvent.Progress e) {
    Message title =
        actions.getOrDefault(e.host() + "/" + e.action(), Message.of("wizard.install.nothing"));
    rows.computeIfPresent(
        e.host(),
        (_, row) ->
            row.detailed(
                e.total() > 0
                    ? Message.of("wizard.install.stepOf", title, e.step(), e.done(), e.total())
                    : Message.of("wizard.install.step", title, e.step())));
  }

  private void finished(RunEvent.ActionFinished e) {
    if (e.outcome() instanceof Outcome.Failed) {
      return;
    }
    rows.computeIfPresent(e.host(), (_, row) -> row.passedOne());
    boolean last =
        plan.phases().stream()
            .filter(phase -> phase.id().equals(e.phase()))
            .flatMap(phase -> phase.actionsOn(e.host()).stream())
            .anyMatch(all -> all.getLast().id().equals(e.action()));
    if (last && JOINING.contains(e.phase())) {
      rows.computeIfPresent(e.host(), (_, row) -> row.as(LaneRow.Node.JOINED));
    } else if (e.action().equals(NodeCondition.AWAITED)) {
      rows.computeIfPresent(e.host(), (_, row) -> row.as(LaneRow.Node.READY));
    } else if (e.action().equals(NODES_READY)) {
      rows.replaceAll(
          (_, row) -> row.node() == LaneRow.Node.NONE ? row : row.as(LaneRow.Node.READY));
    }
  }

  private void left(RunEvent.HostFinished e) {
    Message what =
        switch (e.end()) {
          case DONE -> Message.of("wizard.install.laneDone");
          case FAILED -> Message.of("wizard.install.laneFailed");
          case STOPPED -> Message.of("wizard.install.laneStopped");
        };
    rows.computeIfPresent(
        e.host(),
        (_, row) ->
            row.over(
                e.at(),
                e.end(),
                what,
                e.why()
                    .orElse(
                        e.end() == RunEvent.End.DONE
                            ? Message.of("wizard.install.nothing")
                            : row.detail())));
  }
}
