package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.MendPlan;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.ChecksSpec;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.facts.HostFacts;
import io.github.kubeadmwizard.facts.Route;
import io.github.kubeadmwizard.session.FactsReader;
import io.github.kubeadmwizard.session.Workshop;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.run.RecordedRuns;
import io.github.kubeadmwizard.wizard.step.hosts.HostsModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What the checks say of the machines. Machines are read again when one changes and after a mend;
 * when only the wish changes, what was read is looked at again.
 */
public final class RequirementsModel implements StepModel {
  private final Draft draft;
  private final HostsModel hosts;
  private final Connections connections;
  private final Workshop workshop;
  private final Background background;
  private final RecordedRuns runs;
  private final ReadOnlyObjectWrapper<StepState> state =
      new ReadOnlyObjectWrapper<>(StepState.notYet());
  private final ReadOnlyObjectWrapper<Optional<CheckReport>> report =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Message>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Map<HostName, FactsReader.Read> facts = Map.of();
  private List<?> readOf = List.of();
  private boolean disksAsked;
  private List<Route> ownRoutes = List.of();
  private boolean looks;
  private boolean again;
  private Optional<Message> waiting = Optional.empty();

  /** Reads as soon as all machines answer. */
  public RequirementsModel(
      Draft draft,
      HostsModel hosts,
      Connections connections,
      Workshop workshop,
      Background background,
      RecordedRuns runs) {
    this.draft = draft;
    this.hosts = hosts;
    this.connections = connections;
    this.workshop = workshop;
    this.background = background;
    this.runs = runs;
    hosts.whenStandingChanges(this::hostsChanged);
    draft.specProperty().subscribe((_, _) -> specChanged());
    hostsChanged();
  }

  @Override
  public Step step() {
    return Step.REQUIREMENTS;
  }

  @Override
  public ReadOnlyObjectProperty<StepState> state() {
    return state.getReadOnlyProperty();
  }

  /** What was found; empty before the machines were read. */
  public ReadOnlyObjectProperty<Optional<CheckReport>> report() {
    return report.getReadOnlyProperty();
  }

  /** Whether machines are being read or mended. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** What went wrong with the last reading or mend. */
  public ReadOnlyObjectProperty<Optional<Message>> trouble() {
    return trouble.getReadOnlyProperty();
  }

  /** What was read of each machine; empty before that. */
  public Map<HostName, HostFacts> facts() {
    var plain = new LinkedHashMap<HostName, HostFacts>();
    facts.forEach((host, read) -> plain.put(host, read.facts()));
    return plain;
  }

  /** The routes of this computer, read with the last look; empty before. */
  public List<Route> ownRoutes() {
    return ownRoutes;
  }

  /** Disks are asked only where storage is wanted, and then at once. */
  private void specChanged() {
    boolean wanted = draft.spec().addons().has(AddonSpec.Name.ROOK);
    disksAsked &= wanted;
    if (wanted && !disksAsked && !facts.isEmpty() && !busy.get() && hosts.allReached()) {
      readAgain();
    } else {
      lookAgain();
    }
  }

  private record Looked(List<Route> ownRoutes, CheckReport report) {}

  private void hostsChanged() {
    if (!hosts.allReached()) {
      tell();
      return;
    }
    List<?> now = draft.spec().hosts().stream().map(h -> h.label() + h.address()).toList();
    if (!now.equals(readOf) && !busy.get()) {
      readOf = now;
      readAgain();
    }
  }

  /** Reads every machine, with what each has to reach. */
  public void readAgain() {
    trouble.set(Optional.empty());
    ClusterSpec spec = draft.spec();
    disksAsked = spec.addons().has(AddonSpec.Name.ROOK);
    work(() -> read(spec), this::took);
  }

  private Map<HostName, FactsReader.Answer> read(ClusterSpec spec) {
    return workshop
        .reading()
        .over(connections.fleet())
        .readProbing(spec, (host, its) -> workshop.checking().probes(spec, host, its));
  }

  private void took(Map<HostName, FactsReader.Answer> answers) {
    var read = new LinkedHashMap<HostName, FactsReader.Read>();
    answers.forEach((host, answer) -> {
      switch (answer) {
        case FactsReader.Read one -> read.put(host, one);
        case FactsReader.Unread(Problem problem) -> trouble.set(Optional.of(problem.what()));
      }
    });
    facts = read;
    specChanged(); // storage may have been wished in between
    hostsChanged(); // somebody may have come in between
  }

  private void lookAgain() {
    if (facts.isEmpty() || draft.spec().controlPlanes().isEmpty()) {
      tell();
      return;
    }
    if (looks) {
      again = true;
      return;
    }
    looks = true;
    ClusterSpec spec = draft.spec();
    var seen = facts;
    background.run(
        () -> {
          try {
            var routes = workshop.checking().ownRoutes();
            return new Looked(routes, workshop.checking().look(spec, seen, routes));
          } finally {
            background.show(() -> looks = false); // after a fault of ours, too
          }
        },
        this::looked);
  }

  /** While somebody writes, one look is on its way and one follows it, however many keys. */
  private void looked(Looked found) {
    if (again) {
      again = false;
      lookAgain();
      return;
    }
    ownRoutes = found.ownRoutes();
    report.set(Optional.of(found.report()));
    tell();
  }

  /** Does what mends these, then reads again. */
  public void mend(List<Finding> findings) {
    trouble.set(Optional.empty());
    ClusterSpec spec = draft.spec();
    var failed = new ArrayList<Problem>();
    work(
        () -> {
          var end =
              runs.run(
                  spec.name(),
                  MendPlan.of(findings),
                  spec.ssh().parallel(),
                  this::heard,
                  new Cancel());
          switch (end) {
            case RecordedRuns.Ran(var _, var result) -> failed.addAll(result.problems());
            case RecordedRuns.NotBegun(var why) -> background.show(() -> tellTrouble(why));
          }
          return read(spec);
        },
        answers -> {
          took(answers);
          failed.stream().findFirst().ifPresent(problem -> tellTrouble(problem.what()));
        });
  }

  /** A restart takes minutes: what a mend waits for is said. */
  private void heard(RunEvent event) {
    if (event instanceof RunEvent.Waiting wait) {
      background.show(() -> {
        waiting = Optional.of(wait.what());
        tell();
      });
    }
  }

  private void tellTrouble(Message what) {
    trouble.set(Optional.of(what));
  }

  /** Whether the user passes over a check by name. */
  public void override(Finding finding, boolean passOver) {
    draft.change(spec -> {
      var names = new ArrayList<>(spec.checks().override());
      names.removeIf(name -> name.equalsIgnoreCase(finding.check()));
      if (passOver) {
        names.add(finding.check());
      }
      return spec.with(new ChecksSpec(names));
    });
  }

  /** What can be mended without a restart and without taking anything away. */
  public List<Finding> safelyMendable() {
    return report.get().stream()
        .flatMap(found -> found.findings().stream())
        .filter(finding -> finding.state() == State.BLOCKS || finding.state() == State.WARNING)
        .filter(MendPlan::isSafe)
        .toList();
  }

  /** The first that keeps the installation from beginning. */
  public Optional<Finding> firstBlocking() {
    return report.get().stream()
        .flatMap(found -> found.findings().stream())
        .filter(Finding::blocks)
        .findFirst();
  }

  private <T> void work(Supplier<T> beside, java.util.function.Consumer<T> then) {
    busy.set(true);
    tell();
    background.run(
        beside,
        done -> {
          busy.set(false);
          waiting = Optional.empty();
          then.accept(done);
          tell();
        });
  }

  private void tell() {
    state.set(now());
  }

  private StepState now() {
    if (busy.get()) {
      return StepState.of(
          StepState.Kind.RUNNING,
          Message.of("wizard.requirements.reading"),
          waiting.orElse(Message.of("wizard.requirements.reading.remark")));
    }
    if (report.get().isEmpty() || !hosts.allReached()) {
      return StepState.notYet();
    }
    CheckReport found = report.get().get();
    int blocks = found.in(State.BLOCKS).size();
    int warnings = found.in(State.WARNING).size();
    int overridden = found.in(State.OVERRIDDEN).size();
    if (blocks > 0) {
      return StepState.of(
          StepState.Kind.BLOCKED,
          Message.of("wizard.requirements.block", blocks),
          Message.of("wizard.requirements.block.remark", blocks));
    }
    if (overridden > 0) {
      return StepState.of(
          StepState.Kind.ATTENTION, Message.of("wizard.requirements.overridden", overridden));
    }
    return warnings > 0
        ? StepState.of(StepState.Kind.DONE, Message.of("wizard.requirements.warnings", warnings))
        : StepState.of(StepState.Kind.DONE, Message.of("wizard.requirements.fit"));
  }
}
