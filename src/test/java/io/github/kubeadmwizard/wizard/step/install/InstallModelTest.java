package io.github.kubeadmwizard.wizard.step.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Plan;
import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.Machines;
import io.github.kubeadmwizard.wizard.Navigation;
import io.github.kubeadmwizard.wizard.StepState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;

/** The log's model needs JavaFX's clock; nothing is shown. */
@ExtendWith(ApplicationExtension.class)
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

  private InstallModel model() {
    var workshop = machines.workshop();
    var connections = new Connections(workshop, draft.spec());
    var model =
        new InstallModel(
            Machines.runs(state, workshop, connections),
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

  private static io.github.kubeadmwizard.engine.Problem failed() {
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
            InstallModel.RunState.Over.class,
            over -> assertThat(over.end()).isEqualTo(RunEvent.End.STOPPED));
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
