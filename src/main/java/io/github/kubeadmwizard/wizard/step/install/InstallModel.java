package io.github.kubeadmwizard.wizard.step.install;

import io.github.kubeadmwizard.check.MendPlan;
import io.github.kubeadmwizard.cluster.ClusterSpec;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.Cancel;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.engine.RunListener;
import io.github.kubeadmwizard.engine.Underway;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.LogModel;
import io.github.kubeadmwizard.ui.LogStore;
import io.github.kubeadmwizard.ui.RunLog;
import io.github.kubeadmwizard.wizard.Background;
import io.github.kubeadmwizard.wizard.Navigation;
import io.github.kubeadmwizard.wizard.Step;
import io.github.kubeadmwizard.wizard.StepModel;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.run.RecordedRuns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The run, as far as it is. Events come from many threads and are shown together, in batches. */
public final class InstallModel implements StepModel {
  private final RecordedRuns runs;
  private final Explaining explaining;
  private final Background background;
  private final Navigation navigation;
  private final LogStore store = new LogStore();
  private final LogModel log = new LogModel(store);
  private final RunLog lines;
  private final ObservableList<LaneRow> lanes = FXCollections.observableArrayList();
  private final ObservableList<Problem> problems = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
  private final ReadOnlyObjectWrapper<Message> phase =
      new ReadOnlyObjectWrapper<>(Message.of("wizard.install.notBegun"));
  private final ReadOnlyObjectWrapper<RunState> run =
      new ReadOnlyObjectWrapper<>(new RunState.None());
  private final ReadOnlyObjectWrapper<StepState> state =
      new ReadOnlyObjectWrapper<>(StepState.notYet());
  private final Queue<RunEvent> arrived = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean asked = new AtomicBoolean();
  private Underway underway = new Underway();
  private Lanes walked = new Lanes(new Plan(List.of()), java.util.Set.of());
  private Optional<Job> job = Optional.empty();

  /** What runs, so that it can be run again. */
  private record Job(ClusterSpec spec, Plan plan, Cancel cancel, Instant since) {}

  /** Finds the causes of failures on their machines; waits for them. */
  @FunctionalInterface
  public interface Explaining {
    /** The same failures, with cause and mend where they are found. */
    List<Problem> of(ClusterSpec spec, List<Problem> problems);
  }

  /**
   * Nothing runs yet.
   *
   * @param words of the language that is spoken now, for the log
   */
  public InstallModel(
      RecordedRuns runs,
      Explaining explaining,
      Background background,
      Navigation navigation,
      Supplier<Words> words) {
    this.runs = runs;
    this.explaining = explaining;
    this.background = background;
    this.navigation = navigation;
    this.lines = new RunLog(store, words);
  }

  @Override
  public Step step() {
    return Step.INSTALL;
  }

  @Override
  public ReadOnlyObjectProperty<StepState> state() {
    return state.getReadOnlyProperty();
  }

  /** How the run stands. */
  public ReadOnlyObjectProperty<RunState> run() {
    return run.getReadOnlyProperty();
  }

  ObservableList<LaneRow> lanes() {
    return lanes;
  }

  /** What failed, in the order of its happening. */
  public ObservableList<Problem> problems() {
    return problems;
  }

  /** Whether the machines that failed are being looked at for the cause. */
  public ReadOnlyBooleanProperty looking() {
    return looking.getReadOnlyProperty();
  }

  /** The failures that a mend of ours answers. */
  public List<Problem> mendable() {
    return problems.stream().filter(problem -> !problem.mend().isEmpty()).toList();
  }

  /** From 0 to 1; it never goes back, not even when what failed is tried again. */
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /** The phase that the run is in. */
  public ReadOnlyObjectProperty<Message> phase() {
    return phase.getReadOnlyProperty();
  }

  /** Every line. */
  public LogModel log() {
    return log;
  }

  /** Whether a run is on. */
  public boolean isGoing() {
    return run.get() instanceof RunState.Going;
  }

  /** Whether the last run came to its good end. */
  public boolean isDone() {
    return run.get() instanceof RunState.Over over && over.end() == RunEvent.End.DONE;
  }

  /** Begins to make exactly this. */
  public void start(ClusterSpec spec, Plan plan) {
    if (!isGoing()) {
      startNow(spec, plan);
    }
  }

  private void startNow(ClusterSpec spec, Plan plan) {
    walked = new Lanes(plan, controlPlanes(spec));
    lanes.setAll(walked.rows());
    problems.clear();
    Job begun = begin(spec, plan);
    walk(begun, plan, this::arrived, end -> ended(begun, end));
  }

  private Job begin(ClusterSpec spec, Plan plan) {
    var begun = new Job(spec, plan, new Cancel(), Instant.now());
    job = Optional.of(begun);
    looking.set(false);
    underway = new Underway();
    navigation.locked().set(true);
    run.set(new RunState.Going(begun.since(), false));
    tell();
    return begun;
  }

  private void walk(Job begun, Plan what, RunListener listener, Consumer<RecordedRuns.End> then) {
    ClusterSpec spec = begun.spec();
    background.run(
        () -> runs.run(spec.name(), what, spec.ssh().parallel(), listener, begun.cancel()), then);
  }

  private static java.util.Set<HostName> controlPlanes(ClusterSpec spec) {
    return spec.controlPlanes().stream()
        .map(HostSpec::label)
        .map(HostName::new)
        .collect(Collectors.toSet());
  }

  /** Runs the same again: what is done already is seen and left as it is. */
  public void retry() {
    job.ifPresent(last -> start(last.spec(), last.plan()));
  }

  /** Does what mends the failures, then goes on with the run by itself. */
  public void mendAndResume() {
    Plan mends = MendPlan.after(problems);
    if (isGoing() || job.isEmpty() || mends.hosts().isEmpty()) {
      return;
    }
    Job begun = begin(job.get().spec(), job.get().plan());
    phase.set(
        Message.of("wizard.install.mending", mends.hosts().stream().map(HostName::value).toList()));
    walk(begun, mends, this::mendTold, end -> mended(begun, end));
  }

  /** What a mend tells goes into the log, and into the lane of its machine. */
  private void mendTold(RunEvent event) {
    lines.accept(event);
    underway.accept(event);
    switch (event) {
      case RunEvent.ActionStarted e -> background.show(() -> mends(e.host(), e.title()));
      case RunEvent.Waiting e -> background.show(() -> mends(e.host(), e.what()));
      default -> {}
    }
  }

  private void mends(HostName host, Message detail) {
    lanes.replaceAll(row ->
        row.host().equals(host)
            ? row.in(LaneRow.State.WORKING, Message.of("check.mend.phase"), detail)
            : row);
  }

  private void mended(Job begun, RecordedRuns.End end) {
    if (end instanceof RecordedRuns.Ran(var _, var result) && result.end() == RunEvent.End.DONE) {
      startNow(begun.spec(), begun.plan());
      return;
    }
    if (end instanceof RecordedRuns.Ran(var _, var result) && !result.problems().isEmpty()) {
      problems.setAll(result.problems());
    }
    over(begun, end);
  }

  /** Asks the run to stop as soon as it safely can. */
  public void stop() {
    job.ifPresent(now -> now.cancel().ask());
    if (run.get() instanceof RunState.Going(Instant since, boolean _)) {
      run.set(new RunState.Going(since, true));
      tell();
    }
  }

  /** What a stop would let finish: machine and action. */
  public List<Message> letFinish() {
    return underway.letFinish().entrySet().stream()
        .map(entry ->
            Message.of("wizard.install.lets", entry.getKey().value(), entry.getValue().title()))
        .toList();
  }

  /** Called from the lanes' threads: cheap, and never more than one task on its way. */
  private void arrived(RunEvent event) {
    lines.accept(event);
    underway.accept(event);
    if (event instanceof RunEvent.Output) {
      return; // the log takes it by itself
    }
    arrived.add(event);
    if (asked.compareAndSet(false, true)) {
      background.show(this::drain);
    }
  }

  private void drain() {
    asked.set(false);
    boolean any = false;
    for (RunEvent event = arrived.poll(); event != null; event = arrived.poll()) {
      take(event);
      any = true;
    }
    if (any) {
      show();
    }
  }

  private void take(RunEvent event) {
    walked.take(event);
    if (event instanceof RunEvent.ActionFinished e
        && e.outcome() instanceof Outcome.Failed(var problem)) {
      problems.add(problem);
    }
  }

  private void show() {
    List<LaneRow> rows = walked.rows();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).equals(lanes.get(i))) {
        lanes.set(i, rows.get(i));
      }
    }
    progress.set(Math.max(progress.get(), walked.progress()));
    phase.set(walked.phase());
    tell();
  }

  private void ended(Job begun, RecordedRuns.End end) {
    drain();
    over(begun, end);
    if (!problems.isEmpty()) {
      looking.set(true);
      var failed = List.copyOf(problems);
      background.run(
          () -> explaining.of(begun.spec(), failed), explained -> explained(begun, explained));
    }
  }

  private void explained(Job begun, List<Problem> found) {
    if (job.equals(Optional.of(begun))) { // else the next run has begun
      if (!found.equals(problems)) {
        problems.setAll(found);
      }
      looking.set(false); // after them, so that nothing between is told
    }
  }

  private void over(Job begun, RecordedRuns.End end) {
    navigation.locked().set(false);
    switch (end) {
      case RecordedRuns.Ran(String runId, var result) -> {
        if (result.end() == RunEvent.End.DONE) {
          progress.set(1);
        }
        run.set(
            new RunState.Over(result.end(), runId, Duration.between(begun.since(), Instant.now())));
      }
      case RecordedRuns.NotBegun(Message why) -> run.set(new RunState.NotBegun(why));
    }
    tell();
  }

  private void tell() {
    state.set(run.get().asStep(progress.get(), problems.size()));
  }
}
