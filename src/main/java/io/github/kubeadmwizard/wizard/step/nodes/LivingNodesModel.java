package io.github.kubeadmwizard.wizard.step.nodes;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.running.LivingNode;
import io.github.kubeadmwizard.running.NodeChange;
import io.github.kubeadmwizard.running.NodeChanges;
import io.github.kubeadmwizard.running.RunningCluster;
import io.github.kubeadmwizard.ssh.SshFailure;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.run.RecordedRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** Taints and labels of the cluster that stands, beside those that are chosen. */
public final class LivingNodesModel {
  private final Draft draft;
  private final ObservableValue<Boolean> stands;
  private final Connections connections;
  private final RecordedRuns runs;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.UNKNOWN);

  /**
   * What is known of the nodes.
   *
   * @param busy whether they are asked for or changed just now
   * @param said why something did not work
   */
  public record State(List<LivingNode> nodes, boolean busy, Optional<Message> said) {
    static final State UNKNOWN = new State(List.of(), false, Optional.empty());

    public State {
      nodes = List.copyOf(nodes);
    }
  }

  /**
   * Asks nothing yet.
   *
   * @param stands whether the cluster was installed
   */
  public LivingNodesModel(
      Draft draft,
      ObservableValue<Boolean> stands,
      Connections connections,
      RecordedRuns runs,
      Background background) {
    this.draft = draft;
    this.stands = stands;
    this.connections = connections;
    this.runs = runs;
    this.background = background;
  }

  /** Whether there is a cluster to ask. */
  ObservableValue<Boolean> stands() {
    return stands;
  }

  /** What is known by now. */
  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** What somebody chooses, observable. */
  ReadOnlyObjectProperty<ClusterSpec> choices() {
    return draft.specProperty();
  }

  /** Asks the cluster. */
  void look() {
    if (!stands.getValue() || state.get().busy()) {
      return;
    }
    state.set(new State(state.get().nodes(), true, Optional.empty()));
    ClusterSpec spec = draft.spec();
    background.run(() -> asked(spec), state::set);
  }

  private State asked(ClusterSpec spec) {
    try {
      return switch (new RunningCluster(connections.fleet(), spec).nodes()) {
        case RunningCluster.Answer.Is<List<LivingNode>>(var nodes) ->
            new State(nodes, false, Optional.empty());
        case RunningCluster.Answer.NoCluster<List<LivingNode>> _ ->
            new State(List.of(), false, Optional.of(Message.of("wizard.ready.noCluster")));
        case RunningCluster.Answer.Silent<List<LivingNode>> _ ->
            new State(List.of(), false, Optional.of(Message.of("wizard.ready.silent")));
      };
    } catch (SshFailure failure) {
      return new State(List.of(), false, Optional.of(failure.why().what()));
    }
  }

  /**
   * What is chosen and the cluster does not have yet, by node. Nothing is taken away but a role's.
   */
  SortedMap<String, List<NodeChange>> missing() {
    var all = new TreeMap<String, List<NodeChange>>();
    for (HostSpec host : draft.spec().hosts()) {
      state.get().nodes().stream()
          .filter(node -> node.name().equals(host.label()))
          .map(node -> missing(host, node))
          .filter(changes -> !changes.isEmpty())
          .forEach(changes -> all.put(host.label(), changes));
    }
    return all;
  }

  private static List<NodeChange> missing(HostSpec host, LivingNode node) {
    var changes = new ArrayList<NodeChange>();
    boolean has = node.taints().contains(NodeChanges.CONTROL_PLANE);
    if (host.isControlPlane() && host.isWorker() == has) {
      changes.addAll(NodeChanges.podsOnControlPlane(node, host.isWorker()));
    }
    host.taints().stream()
        .filter(taint -> !node.taints().contains(taint))
        .forEach(taint -> changes.add(new NodeChange.AddTaint(taint)));
    host.labels()
        .forEach((key, value) -> {
          if (!value.equals(node.labels().get(key))) {
            changes.add(new NodeChange.AddLabel(key, value));
          }
        });
    return changes;
  }

  /** Gives the cluster what is chosen. */
  void apply() {
    change(missing());
  }

  /** Takes a taint away from the node, and out of the choices. */
  void remove(LivingNode node, TaintSpec taint) {
    choose(
        node,
        host -> host.withTaints(host.taints().stream().filter(t -> !t.equals(taint)).toList()));
    change(node, new NodeChange.RemoveTaint(taint));
  }

  /** Takes a label away from the node, and out of the choices. */
  void removeLabel(LivingNode node, String key) {
    choose(
        node,
        host -> {
          var labels = new TreeMap<>(host.labels());
          labels.remove(key);
          return host.withLabels(labels);
        });
    change(node, new NodeChange.RemoveLabel(key));
  }

  private void choose(LivingNode node, java.util.function.UnaryOperator<HostSpec> change) {
    draft.change(spec ->
        spec.withHosts(
            spec.hosts().stream()
                .map(host -> host.label().equals(node.name()) ? change.apply(host) : host)
                .toList()));
  }

  /** Keeps new pods away from the node, or lets them on again. */
  void cordon(LivingNode node, boolean wanted) {
    change(node, wanted ? new NodeChange.Cordon() : new NodeChange.Uncordon());
  }

  private void change(LivingNode node, NodeChange change) {
    change(new TreeMap<>(java.util.Map.of(node.name(), List.of(change))));
  }

  private void change(SortedMap<String, List<NodeChange>> changes) {
    if (changes.isEmpty() || state.get().busy()) {
      return;
    }
    state.set(new State(state.get().nodes(), true, Optional.empty()));
    ClusterSpec spec = draft.spec();
    background.run(() -> changed(spec, changes), state::set);
  }

  private State changed(ClusterSpec spec, SortedMap<String, List<NodeChange>> changes) {
    var end =
        runs.run(
            spec.name(),
            NodeChanges.plan(spec, changes),
            spec.ssh().parallel(),
            _ -> {},
            new Cancel());
    State after = asked(spec);
    return switch (end) {
      case RecordedRuns.NotBegun(var why) -> new State(after.nodes(), false, Optional.of(why));
      case RecordedRuns.Ran(var _, var result)
          when result.end() != RunEvent.End.DONE && !result.problems().isEmpty() ->
          new State(
              after.nodes(),
              false,
              Optional.of(
                  Message.of(
                      "choices.living.failed",
                      result.problems().getFirst().what(),
                      result.problems().getFirst().why(),
                      result.problems().getFirst().remedy())));
      case RecordedRuns.Ran _ -> after;
    };
  }
}
