package io.github.kubeadmwizard.wizard.step.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.ui.InWindow;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.Machines;
import io.github.kubeadmwizard.wizard.Navigation;
import io.github.kubeadmwizard.wizard.StepState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log's model needs JavaFX's clock; nothing is shown. */
@InWindow
final class InstallModelTest {
  @TempDir private Path state;
  private final Machines machines = new Machines(_ -> {});
  private final Draft draft = Machines.draft(Machines.host(1, "a"));
  private final Navigation navigation = new Navigation();
  private final Plan plan =
      new Plan(
          List.of(
              Walks.phase("prepare", List.of("a"), "swap", "modules"),
              Walks.phase("init-control-plane", List.of("a"), "init", "after")));
  private final List<Double> progress = new ArrayList<>();
  private UnaryOperator<List<Problem>> explaining = UnaryOperator.identity();

  private InstallModel model() {
    var workshop = machines.workshop();
    var connections = new Connections(workshop, draft.spec());
    var model =
        new InstallModel(
            Machines.runs(state, workshop, connections),
            (spec, problems) -> explaining.apply(problems),
            machines.background(),
            navigation,
            () -> new Words(Locale.ENGLISH));
    model.progress().subscribe((_, now) -> progress.add(now.doubleValue()));
    return model;
  }

  @Test
  void aRunIsSeenToItsEnd() {
    InstallModel model = model();
    var locked = new ArrayList<Boolean>();
    machines.acting =
        (_, _) -> {
          locked.add(navigation.locked().get());
          return new Outcome.Changed(List.of());
        };
    model.start(draft.spec(), plan);
    assertThat(progress).containsExactly(0.25, 0.5, 0.75, 1.0);
    assertThat(locked).containsExactly(true, true, true, true);
    assertThat(navigation.locked().get()).isFalse();
    assertThat(model.isDone()).isTrue();
    assertThat(model.state().get())
        .isEqualTo(StepState.of(StepState.Kind.DONE, Message.of("wizard.install.done")));
    LaneRow row = model.lanes().getFirst();
    assertThat(row.state()).isEqualTo(LaneRow.State.DONE);
    assertThat(row.node()).isEqualTo(LaneRow.Node.JOINED);
  }

  @Test
  void aFailureStaysAndTheBarDoesNotGoBackWhenItIsTriedAgain() {
    InstallModel model = model();
    machines.acting =
        (host, action) ->
            action.id().equals("after")
                ? new Outcome.Failed(Walks.problem(host))
                : new Outcome.Changed(List.of());
    model.start(draft.spec(), plan);
    assertThat(model.problems()).containsExactly(failed());
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    assertThat(model.lanes().getFirst().state()).isEqualTo(LaneRow.State.FAILED);
    assertThat(model.isDone()).isFalse();
    machines.acting = (_, _) -> new Outcome.Unchanged();
    model.retry();
    assertThat(model.problems()).isEmpty();
    assertThat(model.isDone()).isTrue();
    assertThat(progress).containsExactly(0.25, 0.5, 0.75, 1.0);
  }

  private final Action swapOff = new Action.SwapOff("mend-swap-off", Message.of("off"));

  /** Swap is on again when the control plane is made; its mend is found afterwards. */
  private List<String> swapIsOnAgain(Outcome ofTheMend) {
    var done = new ArrayList<String>();
    explaining =
        problems ->
            problems.stream()
                .map(problem ->
                    problem.explained(
                        Message.of("swap"), problem.why(), problem.remedy(), List.of(swapOff)))
                .toList();
    machines.acting =
        (host, action) -> {
          done.add(action.id());
          if (action.equals(swapOff)) {
            return ofTheMend;
          }
          return action.id().equals("init") && !done.contains("mend-swap-off")
              ? new Outcome.Failed(Walks.problem(host))
              : new Outcome.Unchanged();
        };
    return done;
  }

  @Test
  void whatAMendAnswersIsMendedAndTheRunGoesOnByItself() {
    var done = swapIsOnAgain(new Outcome.Changed(List.of()));
    InstallModel model = model();
    model.start(draft.spec(), plan);
    assertThat(model.mendable()).extracting(Problem::what).containsExactly(Message.of("swap"));
    assertThat(model.looking().get()).isFalse();
    assertThat(done).containsExactly("swap", "modules", "init");
    done.clear();
    model.mendAndResume();
    assertThat(done).containsExactly("mend-swap-off", "swap", "modules", "init", "after");
    assertThat(model.isDone()).isTrue();
    assertThat(model.problems()).isEmpty();
    assertThat(progress).isSorted().endsWith(1.0);
    assertThat(navigation.locked().get()).isFalse();
    assertThat(journals()).as("the run, the mend and the rest of the run").isEqualTo(3);
  }

  private long journals() {
    try (var files = Files.walk(state)) {
      return files.filter(file -> file.endsWith("journal.jsonl")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aMendThatFailsIsToldInPlaceOfWhatItWasToMend() {
    swapIsOnAgain(new Outcome.Failed(Walks.problem(new HostName("a"))));
    InstallModel model = model();
    model.start(draft.spec(), plan);
    model.mendAndResume();
    assertThat(model.problems()).containsExactly(Walks.problem(new HostName("a")).during("mend"));
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    assertThat(navigation.locked().get()).isFalse();
  }

  @Test
  void whatIsFoundOfARunThatWasTriedAgainMeanwhileIsNotShown() {
    swapIsOnAgain(new Outcome.Unchanged());
    InstallModel model = model();
    machines.hold();
    model.start(draft.spec(), plan);
    machines.work(0); // the run
    machines.show();
    assertThat(model.looking().get()).isTrue();
    assertThat(model.mendable()).isEmpty();
    model.retry();
    assertThat(model.looking().get()).isFalse();
    machines.work(1); // the look
    machines.show();
    assertThat(model.problems()).isEmpty();
    assertThat(model.isGoing()).isTrue();
  }

  private static Problem failed() {
    return Walks.problem(new HostName("a")).during("init-control-plane");
  }

  @Test
  void aStopLetsFinishWhatMayNotBeBrokenOff() {
    InstallModel model = model();
    var lets = new ArrayList<List<Message>>();
    var done = new ArrayList<String>();
    machines.acting =
        (_, action) -> {
          lets.add(model.letFinish());
          done.add(action.id());
          if (action.id().equals("init")) {
            model.stop();
            assertThat(model.state().get().shortly())
                .isEqualTo(Message.of("wizard.install.stopping"));
          }
          return new Outcome.Changed(List.of());
        };
    model.start(draft.spec(), plan);
    assertThat(done).containsExactly("swap", "modules", "init");
    assertThat(lets)
        .containsExactly(
            List.of(),
            List.of(),
            List.of(Message.of("wizard.install.lets", "a", Message.of("init"))));
    assertThat(model.letFinish()).isEmpty();
    assertThat(model.run().get())
        .isInstanceOfSatisfying(
            RunState.Over.class, over -> assertThat(over.end()).isEqualTo(RunEvent.End.STOPPED));
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.ATTENTION);
  }

  @Test
  void aSecondRunDoesNotBeginDuringTheFirst() {
    InstallModel model = model();
    var done = new ArrayList<String>();
    machines.acting =
        (_, action) -> {
          done.add(action.id());
          model.retry();
          return new Outcome.Changed(List.of());
        };
    model.start(draft.spec(), plan);
    assertThat(done).containsExactly("swap", "modules", "init", "after");
  }
}
