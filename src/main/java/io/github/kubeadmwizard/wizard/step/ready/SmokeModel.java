package io.github.kubeadmwizard.wizard.step.ready;

import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunListener;
import io.github.kubeadmwizard.engine.RunValues;
import io.github.kubeadmwizard.smoke.Leftovers;
import io.github.kubeadmwizard.smoke.SmokeReport;
import io.github.kubeadmwizard.smoke.SmokeTest;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.run.RecordedRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The smoke test on the Ready page. */
public final class SmokeModel {
  private final Draft draft;
  private final Connections connections;
  private final RecordedRuns runs;
  private final Background background;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new NotYet());
  private Cancel cancel = new Cancel();

  /** No test was run yet. */
  public SmokeModel(
      Draft draft, Connections connections, RecordedRuns runs, Background background) {
    this.draft = draft;
    this.connections = connections;
    this.runs = runs;
    this.background = background;
  }

  /** How the test stands. */
  public sealed interface State {}

  /** None was run. */
  public record NotYet() implements State {}

  /** One is on; {@code now} says at what, where something is said. */
  public record Going(Optional<Message> now, boolean stopping) implements State {}

  /**
   * One is over.
   *
   * @param unreached machines from which nothing could be tried
   * @param troubles failures of the test itself
   * @param left whether its objects could not be taken away
   * @param stopped whether the user ended it
   */
  public record Over(
      SmokeReport report,
      List<String> unreached,
      List<Problem> troubles,
      boolean left,
      boolean stopped)
      implements State {
    public Over {
      unreached = List.copyOf(unreached);
      troubles = List.copyOf(troubles);
    }

    /** Whether everything was tried, worked, and is gone. */
    public boolean passed() {
      return report.passed() && unreached.isEmpty() && troubles.isEmpty() && !left;
    }
  }

  /** It could not begin. */
  public record NotBegun(Message why) implements State {}

  /** How the test stands. */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether a test is on. */
  public boolean isGoing() {
    return state.get() instanceof Going;
  }

  /** Runs the test. */
  public void start() {
    if (isGoing()) {
      return;
    }
    cancel = new Cancel();
    state.set(new Going(Optional.empty(), false));
    ClusterSpec spec = draft.spec();
    Cancel now = cancel;
    background.run(() -> tested(spec, now), state::set);
  }

  /** Asks the test to stop; what it made is taken away all the same. */
  public void stop() {
    cancel.ask();
    if (state.get() instanceof Going(var now, boolean _)) {
      state.set(new Going(now, true));
    }
  }

  private State tested(ClusterSpec spec, Cancel asked) {
    var connected = connections.fleet().connected();
    var names = spec.hosts().stream().map(HostSpec::label).map(HostName::new).toList();
    var reached = names.stream().filter(connected::contains).toList();
    var unreached = new ArrayList<>(names.stream().map(HostName::value).toList());
    unreached.removeAll(reached.stream().map(HostName::value).toList());
    if (unreached.contains(spec.firstControlPlane().label())) {
      return new NotBegun(Message.of("wizard.ready.silent"));
    }
    var leftovers = new Leftovers();
    var troubles = new ArrayList<Problem>();
    RunValues values = runs.values();
    RunListener listener =
        event -> {
          leftovers.accept(event);
          told(event);
        };
    Plan plan = SmokeTest.plan(spec, reached, SmokeTest.usualImage());
    var end = runs.run(spec.name(), plan, spec.ssh().parallel(), listener, asked, values);
    if (end instanceof RecordedRuns.NotBegun(Message why)) {
      return new NotBegun(why);
    }
    collect(end, troubles);
    if (leftovers.areThere()) {
      Plan removal = SmokeTest.removal(spec);
      collect(
          runs.run(spec.name(), removal, spec.ssh().parallel(), listener, new Cancel(), values),
          troubles);
    }
    return new Over(
        SmokeReport.of(spec, values), unreached, troubles, leftovers.areThere(), asked.asked());
  }

  /** What went wrong with the test itself; what it found is in its report. */
  private static void collect(RecordedRuns.End end, List<Problem> troubles) {
    if (end instanceof RecordedRuns.Ran(var _, var result)) {
      result.problems().stream()
          .filter(problem -> !problem.id().equals("smoke.notAll"))
          .forEach(troubles::add);
    }
  }

  private void told(RunEvent event) {
    Optional<Message> now =
        switch (event) {
          case RunEvent.ActionStarted e -> Optional.of(e.title());
          case RunEvent.Waiting e when e.action().isPresent() -> Optional.of(e.what());
          default -> Optional.empty();
        };
    now.ifPresent(what ->
        background.show(() -> {
          if (state.get() instanceof Going(var _, boolean stopping)) {
            state.set(new Going(Optional.of(what), stopping));
          }
        }));
  }
}
