package io.github.kubeadmwizard.wizard.step.hosts;

import io.github.kubeadmwizard.cluster.BrokenRule;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.KubernetesNames;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.SshSpec;
import io.github.kubeadmwizard.session.SecretNeed;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.Standing;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which machines there are; each is tried as soon as it is named. */
public final class HostsModel implements StepModel {
  private final Draft draft;
  private final Connections connections;
  private final Background background;
  private final ObservableList<HostRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<StepState> state =
      new ReadOnlyObjectWrapper<>(StepState.notYet());
  private final List<Runnable> reachedListeners = new ArrayList<>();
  private final List<Answer> answered = new ArrayList<>();

  /** How an attempt ended. */
  private record Answer(HostRow row, int attempt, Standing standing) {}

  /** With the machines of the draft, which are tried at once. */
  public HostsModel(Draft draft, Connections connections, Background background) {
    this.draft = draft;
    this.connections = connections;
    this.background = background;
    draft.spec().hosts().forEach(host -> rows.add(new HostRow(host)));
    rows.forEach(this::begin);
    tell();
    draft.specProperty().subscribe((_, spec) -> follow(spec.hosts()));
  }

  /** Other pages change machines as well: their labels, taints, roles and addresses. */
  private void follow(List<HostSpec> hosts) {
    if (hosts.size() != rows.size()) {
      return;
    }
    for (int i = 0; i < hosts.size(); i++) {
      HostSpec changed = hosts.get(i);
      if (isSameMachine(rows.get(i).spec(), changed) && !rows.get(i).spec().equals(changed)) {
        rows.get(i).set(changed);
      }
    }
  }

  @Override
  public Step step() {
    return Step.HOSTS;
  }

  @Override
  public ReadOnlyObjectProperty<StepState> state() {
    return state.getReadOnlyProperty();
  }

  /** The jump host that every connection goes through. */
  public ObservableValue<Optional<SshSpec.Bastion>> bastion() {
    return draft.specProperty().map(spec -> spec.ssh().bastion());
  }

  /** Goes through this jump host from now on, or through none; every machine is tried again. */
  public void setBastion(Optional<SshSpec.Bastion> gate) {
    draft.change(spec -> spec.with(new SshSpec(gate, spec.ssh().parallel())));
    connections.goThrough(draft.spec());
    tryAgain(rows);
  }

  /** The machines, in the user's order. */
  public ObservableList<HostRow> rows() {
    return rows;
  }

  /** Hears when a machine was reached, lost, or changed. */
  public void whenStandingChanges(Runnable listener) {
    reachedListeners.add(listener);
  }

  /** Whether there is at least one machine and all of them answer. */
  public boolean allReached() {
    return !rows.isEmpty()
        && rows.stream().allMatch(row -> row.standing() instanceof Standing.Reached);
  }

  /** Adds machines, without those that are there already; the first of all leads the cluster. */
  public void add(List<HostSpec> hosts) {
    var added = new ArrayList<HostRow>();
    for (HostSpec host : hosts) {
      boolean there =
          Stream.concat(rows.stream(), added.stream())
              .anyMatch(row -> isSameMachine(row.spec(), host));
      if (there) {
        continue;
      }
      boolean leads =
          rows.isEmpty() && added.isEmpty() && hosts.stream().noneMatch(HostSpec::isControlPlane);
      added.add(new HostRow(leads ? host.withRoles(Set.of(Role.CONTROL_PLANE)) : host));
    }
    rows.addAll(added);
    added.forEach(this::begin);
    keep();
  }

  private static boolean isSameMachine(HostSpec one, HostSpec other) {
    return one.address().equals(other.address()) && one.port() == other.port();
  }

  /** Takes a machine off the list; nothing happens on it. */
  public void remove(HostRow row) {
    rows.remove(row);
    row.begin();
    connections.forget(row.spec());
    keep();
  }

  /** Replaces what was said of a machine; it is tried again where the way to it changed. */
  public void change(HostRow row, HostSpec changed) {
    HostSpec before = row.spec();
    row.set(changed);
    boolean other = !before.label().equals(changed.label());
    if (other) {
      connections.renamed(before, changed);
    }
    if (other || !sameWay(before, changed)) {
      begin(row);
    }
    keep();
  }

  private static boolean sameWay(HostSpec one, HostSpec other) {
    return isSameMachine(one, other)
        && one.user().equals(other.user())
        && one.key().equals(other.key())
        && one.agent() == other.agent();
  }

  /** Gives a machine another role. */
  public void setRoles(HostRow row, Set<Role> roles) {
    change(row, row.spec().withRoles(roles));
  }

  /** The user compared these machines' keys. */
  public void trust(List<HostRow> met) {
    for (HostRow row : met) {
      if (row.standing() instanceof Standing.NewKey(var key)) {
        connections.trust(key);
      }
    }
    tryAgain(met);
  }

  /** Every machine whose key waits to be compared. */
  public List<HostRow> withNewKey() {
    return rows.stream().filter(row -> row.standing() instanceof Standing.NewKey).toList();
  }

  /**
   * The user gave what was missing. It is tried for every machine that waits for the same kind of
   * secret of the same user, if they say so.
   */
  public void give(HostRow row, Map<SecretNeed, Secret> given, boolean forAllAlike) {
    given.forEach(connections::give);
    tryAgain(row);
    if (forAllAlike) {
      rows.stream().filter(other -> other != row).forEach(other -> giveAlike(other, given));
    }
  }

  private void giveAlike(HostRow row, Map<SecretNeed, Secret> given) {
    if (!(row.standing() instanceof Standing.NeedsSecret(var needs, var _))) {
      return;
    }
    boolean any = false;
    for (SecretNeed need : needs) {
      Optional<Secret> alike =
          given.entrySet().stream()
              .filter(entry -> isAlike(entry.getKey(), need))
              .map(Map.Entry::getValue)
              .findFirst();
      alike.ifPresent(secret -> connections.give(need, secret));
      any |= alike.isPresent();
    }
    if (any) {
      tryAgain(row);
    }
  }

  private static boolean isAlike(SecretNeed one, SecretNeed other) {
    return one.kind() == other.kind()
        && one.user().equals(other.user())
        && one.keyFile().equals(other.keyFile());
  }

  /** How many other machines wait for a secret like one of these. */
  public long waitingAlike(HostRow row, List<SecretNeed> needs) {
    Predicate<SecretNeed> alike = need -> needs.stream().anyMatch(one -> isAlike(one, need));
    return rows.stream()
        .filter(other -> other != row)
        .filter(other ->
            other.standing() instanceof Standing.NeedsSecret(var others, var _)
                && others.stream().anyMatch(alike))
        .count();
  }

  /** Tries to reach a machine. */
  public void tryAgain(HostRow row) {
    begin(row);
    tell();
  }

  private void tryAgain(List<HostRow> many) {
    many.forEach(this::begin);
    tell();
  }

  private void begin(HostRow row) {
    int attempt = row.begin();
    HostSpec host = row.spec();
    background.run(
        () -> connections.connect(host),
        standing -> {
          answered.add(new Answer(row, attempt, standing));
          if (answered.size() == 1) {
            background.show(this::take); // with all that answer until then
          }
        });
  }

  /** A hundred machines that answer at once change the list, and all that follows it, once. */
  private void take() {
    List<Answer> all = List.copyOf(answered);
    answered.clear();
    var renamed = new ArrayList<HostRow>();
    for (Answer one : all) {
      if (one.row().isLatest(one.attempt()) && rows.contains(one.row())) {
        one.row().set(one.standing());
        if (nameAfterItself(one.row())) {
          renamed.add(one.row());
        }
      }
    }
    if (renamed.isEmpty()) {
      tell();
    } else {
      keep();
    }
  }

  /** A node is called as its machine is, unless the user calls it otherwise. */
  private boolean nameAfterItself(HostRow row) {
    if (!(row.standing() instanceof Standing.Reached(var read)) || row.spec().name().isPresent()) {
      return false;
    }
    Optional<String> free =
        read.facts()
            .machine()
            .hostname()
            .name()
            .filter(KubernetesNames::isDnsSubdomain)
            .filter(own -> rows.stream().noneMatch(r -> r.spec().label().equals(own)));
    free.ifPresent(own -> {
      HostSpec before = row.spec();
      HostSpec named = before.withName(Optional.of(own));
      row.set(named);
      connections.renamed(before, named);
      begin(row);
    });
    return free.isPresent();
  }

  private void keep() {
    draft.change(spec -> spec.withHosts(rows.stream().map(HostRow::spec).toList()));
    tell();
  }

  private void tell() {
    state.set(now());
    List.copyOf(reachedListeners).forEach(Runnable::run);
  }

  /** The first machine that needs the user. */
  public Optional<HostRow> firstInNeed() {
    return rows.stream().filter(HostRow::needsUser).findFirst();
  }

  /** What cannot be in the list as a whole, such as two nodes of one name. */
  public Optional<BrokenRule> broken() {
    return draft.broken().stream().filter(rule -> rule.path().startsWith("hosts")).findFirst();
  }

  private StepState now() {
    int all = rows.size();
    if (all == 0) {
      return StepState.of(
          StepState.Kind.NOT_YET,
          Message.of("wizard.hosts.none.shortly"),
          Message.of("wizard.hosts.none.remark"));
    }
    long reached = rows.stream().filter(r -> r.standing() instanceof Standing.Reached).count();
    long need = rows.stream().filter(HostRow::needsUser).count();
    if (need > 0) {
      return StepState.of(
          StepState.Kind.ATTENTION,
          Message.of("wizard.hosts.need", need, all),
          Message.of("wizard.hosts.reachedOf", reached, all, need));
    }
    if (reached < all) {
      return StepState.of(
          StepState.Kind.RUNNING,
          Message.of("wizard.hosts.trying", all - reached),
          Message.of("wizard.hosts.trying.remark", reached, all));
    }
    return broken()
        .map(rule ->
            StepState.of(StepState.Kind.BLOCKED, Message.of("wizard.hosts.cannotBe"), rule.what()))
        .orElseGet(
            () -> StepState.of(StepState.Kind.DONE, Message.of("wizard.hosts.reached", all)));
  }
}
