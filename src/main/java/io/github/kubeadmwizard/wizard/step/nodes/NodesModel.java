package io.github.kubeadmwizard.wizard.step.nodes;

import io.github.kubeadmwizard.cluster.CniSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.TaintSpec;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.choice.Basis;
import io.github.kubeadmwizard.wizard.step.choice.Entry;
import io.github.kubeadmwizard.wizard.step.choice.Seen;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which pods may run on which node, by taints and labels. */
public final class NodesModel implements StepModel {
  private static final int NAMED = 3; // more are counted

  private final Basis basis;
  private final Seen seen = new Seen();
  private final ObservableList<String> selected = FXCollections.observableArrayList();
  private final ObjectProperty<Optional<Explained>> explained =
      new SimpleObjectProperty<>(Optional.empty());
  private final Entry taint = new Entry(NodeTexts::wrongTaint, _ -> {});
  private final Entry label = new Entry(NodeTexts::wrongLabel, _ -> {});
  private final KubeletSettings kubelet;

  /** A taint of a node that is explained. */
  public record Explained(String node, TaintSpec taint) {}

  /** Over these choices. */
  public NodesModel(Basis basis) {
    this.basis = basis;
    kubelet = new KubeletSettings(basis);
    basis.follow(this::follow);
    Stream.of(taint, label, kubelet.maxPods())
        .forEach(entry -> entry.wrong().subscribe((_, _) -> tell()));
    Stream.of(taint, label).forEach(entry -> entry.text().subscribe((_, _) -> tell()));
    kubelet.arguments().pairs().wrong().subscribe((_, _) -> tell());
  }

  private void follow() {
    kubelet.follow();
    var labels = basis.spec().hosts().stream().map(HostSpec::label).toList();
    selected.removeIf(one -> !labels.contains(one));
    explained
        .get()
        .filter(one -> host(one.node()).filter(h -> taints(h).contains(one.taint())).isEmpty())
        .ifPresent(_ -> explained.set(Optional.empty()));
    tell();
  }

  private void tell() {
    Optional<Message> warning = warning();
    Optional<Message> wrong = wrong();
    if (wrong.isEmpty() && warning.isPresent()) {
      seen.warn(shortly(), warning.get());
    } else {
      seen.tell(shortly(), wrong, Optional.of(consequence()), restsOn());
    }
  }

  private Optional<Message> wrong() {
    boolean half = !taint.value().isEmpty() || !label.value().isEmpty();
    if (half) {
      return Optional.of(Message.of("choices.nodes.half"));
    }
    return kubelet.isWrong() ? Optional.of(Message.of("choices.remark.wrong")) : Optional.empty();
  }

  private Optional<Message> warning() {
    var blocked = names(host -> host.taints().stream().anyMatch(this::keepsFlannelAway));
    if (!blocked.isEmpty()) {
      return Optional.of(Message.of("choices.nodes.noFlannel", blocked));
    }
    return hosts().isEmpty() || !names(NodesModel::isForAll).isEmpty()
        ? Optional.empty()
        : Optional.of(Message.of("choices.nodes.nowhere"));
  }

  /** Flannel's pods tolerate every NoSchedule, and nothing else. Source: its own manifest. */
  boolean keepsFlannelAway(TaintSpec one) {
    return basis.spec().cni().name() == CniSpec.Name.FLANNEL
        && one.effect() == TaintSpec.Effect.NO_EXECUTE;
  }

  private Message shortly() {
    int added = hosts().stream().mapToInt(h -> h.taints().size() + h.labels().size()).sum();
    return added == 0
        ? Message.of("choices.nodes.shortly.usual")
        : Message.of("choices.nodes.shortly", added);
  }

  private Object restsOn() {
    return hosts().stream().map(host -> host.label() + host.roles()).toList();
  }

  /** Where pods without tolerations run. */
  Message consequence() {
    var open = names(NodesModel::isForAll);
    if (open.size() == hosts().size()) {
      return Message.of("choices.nodes.everywhere");
    }
    return open.size() <= NAMED
        ? Message.of("choices.nodes.only", open)
        : Message.of("choices.nodes.onlySome", open.size(), hosts().size());
  }

  private static boolean isForAll(HostSpec host) {
    return host.isWorker()
        && host.taints().stream()
            .allMatch(one -> one.effect() == TaintSpec.Effect.PREFER_NO_SCHEDULE);
  }

  private List<String> names(Predicate<HostSpec> that) {
    return hosts().stream().filter(that).map(HostSpec::label).toList();
  }

  @Override
  public Step step() {
    return Step.NODES;
  }

  @Override
  public ReadOnlyObjectProperty<StepState> state() {
    return seen.state();
  }

  /** Somebody looks at the page. */
  public void look() {
    seen.look(restsOn());
    if (selected.isEmpty() && !hosts().isEmpty()) {
      selected.add(hosts().getFirst().label());
    }
    tell();
  }

  /** Grows with every change of choices or facts. */
  public ReadOnlyIntegerProperty changes() {
    return seen.changes();
  }

  /** The nodes, in the user's order. */
  public List<HostSpec> hosts() {
    return basis.spec().hosts();
  }

  /** The node of this name. */
  public Optional<HostSpec> host(String label) {
    return hosts().stream().filter(host -> host.label().equals(label)).findFirst();
  }

  /** Names of the nodes that are selected; what is added goes to all of them. */
  public ObservableList<String> selected() {
    return selected;
  }

  /** The taint that is explained. */
  public ObjectProperty<Optional<Explained>> explained() {
    return explained;
  }

  /** A taint as it is typed. */
  public Entry taint() {
    return taint;
  }

  /** A label as it is typed. */
  public Entry label() {
    return label;
  }

  /** Rare settings of the kubelets. */
  public KubeletSettings kubelet() {
    return kubelet;
  }

  /** Its taints: the role's, then the user's. */
  public List<TaintSpec> taints(HostSpec host) {
    var taints = new ArrayList<TaintSpec>();
    if (host.isControlPlane() && !host.isWorker()) {
      taints.add(ControlPlaneTaint.TAINT);
    }
    taints.addAll(host.taints());
    return List.copyOf(taints);
  }

  /** Adds the typed taint to the selected nodes; false where it is not one. */
  public boolean addTaint() {
    if (taint.value().isEmpty() || !taint.isRight() || selected.isEmpty()) {
      return false;
    }
    var added = TaintSpec.parse(taint.value());
    selected.forEach(
        node -> change(node, host -> host.withTaints(NodeTexts.with(host.taints(), added))));
    explained.set(Optional.of(new Explained(selected.getFirst(), added)));
    clear(taint);
    return true;
  }

  /** Adds the typed label to the selected nodes; false where it is not one. */
  public boolean addLabel() {
    if (label.value().isEmpty() || !label.isRight() || selected.isEmpty()) {
      return false;
    }
    String[] both = label.value().split("=", 2);
    selected.forEach(node ->
        change(
            node,
            host -> {
              var labels = new TreeMap<>(host.labels());
              labels.put(both[0], both[1]);
              return host.withLabels(labels);
            }));
    clear(label);
    return true;
  }

  private static void clear(Entry entry) {
    entry.left().set(false);
    entry.text().set("");
  }

  /** Takes a taint off a node; without its role's, ordinary pods may run there. */
  public void removeTaint(String node, TaintSpec gone) {
    if (gone.equals(ControlPlaneTaint.TAINT) && host(node).filter(h -> !h.isWorker()).isPresent()) {
      letPodsRun(node, true);
      return;
    }
    change(
        node,
        host -> host.withTaints(host.taints().stream().filter(one -> !one.equals(gone)).toList()));
  }

  /** Takes a label off a node. */
  public void removeLabel(String node, String key) {
    change(
        node,
        host -> {
          var labels = new TreeMap<>(host.labels());
          labels.remove(key);
          return host.withLabels(labels);
        });
  }

  /** Whether ordinary pods may run on every control plane. */
  public boolean podsRunOnControlPlanes() {
    var planes = basis.spec().controlPlanes();
    return !planes.isEmpty() && planes.stream().allMatch(HostSpec::isWorker);
  }

  /** Lets ordinary pods run on all control planes, or on none. */
  public void letPodsRun(boolean wanted) {
    basis.spec().controlPlanes().forEach(host -> letPodsRun(host.label(), wanted));
  }

  private void letPodsRun(String node, boolean wanted) {
    Set<Role> roles = wanted ? EnumSet.allOf(Role.class) : EnumSet.of(Role.CONTROL_PLANE);
    change(node, host -> host.withRoles(roles));
  }

  /** What the machine calls itself, where that is not the node's name. */
  public Optional<String> otherHostname(HostSpec host) {
    return basis
        .factsOf(host)
        .flatMap(facts -> facts.machine().hostname().name())
        .filter(own -> host.name().filter(name -> !name.equals(own)).isPresent());
  }

  /** Whether the machine is renamed to the node's name. */
  public void rename(String node, boolean wanted) {
    change(node, host -> host.renamed(wanted));
  }

  private void change(String node, UnaryOperator<HostSpec> change) {
    basis
        .draft()
        .change(spec ->
            spec.withHosts(
                spec.hosts().stream()
                    .map(host -> host.label().equals(node) ? change.apply(host) : host)
                    .toList()));
  }
}
