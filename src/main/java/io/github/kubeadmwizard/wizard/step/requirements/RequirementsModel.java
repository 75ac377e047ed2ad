package io.github.kubeadmwizard.wizard.step.requirements;

import io.github.kubeadmwizard.check.CheckReport;
import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.MendPlan;
import io.github.kubeadmwizard.cluster.AddonSpec;
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
 * when only the wish changes, what was read is looked at again. Addresses that a wish brought, such
 * as a mirror's, are tried by {@link #tryWhatIsNew}.
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
  private final ReadOnlyBooleanWrapper settled = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Optional<Message>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Map<HostName, FactsReader.Read> facts = Map.of();
  private Map<HostName, HostFacts> plain = Map.of();
  private Reading.Tried tried = Reading.Tried.NOTHING;
  private boolean untried;
  private boolean tries;
  private int readings;
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

  /** Whether the report is of the wish as it is now, with every address of it tried. */
  public ReadOnlyBooleanProperty settled() {
    return settled.getReadOnlyProperty();
  }

  /** How often machines were read: what was made of the facts before may be out of date. */
  public int readings() {
    return readings;
  }

  /** What went wrong with the last reading or mend. */
  public ReadOnlyObjectProperty<Optional<Message>> trouble() {
    return trouble.getReadOnlyProperty();
  }

  /** What was read of each machine; empty before that. */
  public Map<HostName, HostFacts> facts() {
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

  /**
   * What was found.
   *
   * @param untried whether the wish has addresses that no host has tried
   */
  private record Looked(List<Route> ownRoutes, CheckReport report, boolean untried) {}

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
    work(() -> Reading.of(spec, workshop, connections), this::took);
  }

  /**
   * Reads every machine again where the wish has got addresses that were not tried yet: a mirror, a
   * registry, a file server. To be called when the user goes on, not while he writes.
   */
  public void tryWhatIsNew() {
    tries = true;
    tryNow();
  }

  private void tryNow() {
    if (!tries || busy.get() || looks) {
      return; // it is asked again when that is over
    }
    tries = false;
    if (untried && hosts.allReached()) {
      readAgain();
    }
  }

  private void took(Reading came) {
    readings++;
    tried = came.tried();
    var read = new LinkedHashMap<HostName, FactsReader.Read>();
    came.answers()
        .forEach((host, answer) -> {
          switch (answer) {
            case FactsReader.Read one -> read.put(host, one);
            case FactsReader.Unread(Problem problem) -> trouble.set(Optional.of(problem.what()));
          }
        });
    facts = read;
    plain = came.facts(); // each page asks for it once for each host
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
    settle();
    ClusterSpec spec = draft.spec();
    var seen = facts;
    Reading.Tried asked = tried;
    background.run(
        () -> {
          try {
            var routes = workshop.checking().ownRoutes();
            return new Looked(
                routes,
                workshop.checking().look(spec, seen, routes),
                asked.lacks(spec, seen, workshop.checking()));
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
    untried = found.untried();
    report.set(Optional.of(found.report()));
    tell();
    tryNow();
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
          return Reading.of(spec, workshop, connections);
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
    draft.change(spec -> spec.with(spec.checks().with(finding.check(), passOver)));
  }

  /** What can be mended without a restart and without taking anything away. */
  public List<Finding> safelyMendable() {
    return report.get().map(CheckReport::safelyMendable).orElse(List.of());
  }

  /** The first that keeps the installation from beginning. */
  public Optional<Finding> firstBlocking() {
    return report.get().flatMap(CheckReport::firstBlocking);
  }

  private <T> void work(Supplier<T> beside, java.util.function.Consumer<T> then) {
    busy.set(true);
    tell();
    background.run(
        () -> {
          try {
            return beside.get();
          } catch (RuntimeException fault) { // of ours: the page must not wait for ever
            background.show(() -> {
              busy.set(false);
              tell();
            });
            throw fault;
          }
        },
        done -> {
          busy.set(false);
          waiting = Optional.empty();
          then.accept(done);
          tell();
        });
  }

  private void tell() {
    state.set(now());
    settle();
  }

  private void settle() {
    settled.set(!busy.get() && !looks && report.get().isPresent() && !untried);
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
    return ReportState.of(report.get().get());
  }
}
