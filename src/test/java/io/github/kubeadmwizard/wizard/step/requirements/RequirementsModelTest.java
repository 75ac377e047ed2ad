package io.github.kubeadmwizard.wizard.step.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.check.Finding;
import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.Outcome;
import io.github.kubeadmwizard.engine.Problem;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.Machines;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.hosts.HostsModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RequirementsModelTest {
  private static final Action MEND = new Action.SwapOff("swap-off", Message.of("off"));

  @TempDir private Path state;
  private Machines machines = new Machines(_ -> {});
  private Draft draft = Machines.draft();
  private HostsModel hosts;

  private RequirementsModel model(HostSpec... specs) {
    draft = Machines.draft(specs);
    var workshop = machines.workshop();
    var connections = new Connections(workshop, draft.spec());
    hosts = new HostsModel(draft, connections, machines.background());
    return new RequirementsModel(
        draft,
        hosts,
        connections,
        workshop,
        machines.background(),
        Machines.runs(state, workshop, connections));
  }

  private static HostSpec a() {
    return Machines.host(1, "a");
  }

  private static HostSpec b() {
    return Machines.host(2, "b");
  }

  @Test
  void everyMachineIsReadWhenAllAnswer() {
    RequirementsModel model = model(a(), b());
    assertThat(model.facts().keySet()).containsExactly(new HostName("a"), new HostName("b"));
    assertThat(model.state().get())
        .isEqualTo(StepState.of(StepState.Kind.DONE, Message.of("wizard.requirements.fit")));
  }

  @Test
  void nothingIsReadWhileOneDoesNotAnswer() {
    machines = new Machines(fake -> fake.dead("b", false));
    RequirementsModel model = model(a(), b());
    assertThat(model.report().get()).isEmpty();
    assertThat(model.state().get()).isEqualTo(StepState.notYet());
    hosts.remove(hosts.rows().getLast());
    assertThat(model.facts().keySet()).containsExactly(new HostName("a"));
  }

  @Test
  void whatWasReadIsLookedAtAgainWhenOnlyTheWishChanges() {
    RequirementsModel model = model(a());
    int looks = machines.looks;
    int reads = machines.reads;
    machines.findings = spec -> List.of(Machines.finding("Swap", spec.name(), State.BLOCKS));
    draft.change(spec -> spec.withName("other"));
    assertThat(machines.looks).isEqualTo(looks + 1);
    assertThat(machines.reads).isEqualTo(reads);
    assertThat(model.firstBlocking()).contains(Machines.finding("Swap", "other", State.BLOCKS));
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
  }

  @Test
  void addressesThatTheWishBringsAreTriedWhenTheUserGoesOnAndNotBefore() {
    machines.addresses = spec -> List.of("https://" + spec.name());
    RequirementsModel model = model(a());
    assertThat(model.settled().get()).isTrue();
    int reads = machines.reads;
    draft.change(spec -> spec.withName("mirror"));
    assertThat(model.settled().get()).isFalse();
    assertThat(machines.reads).isEqualTo(reads);
    model.tryWhatIsNew();
    int after = machines.reads;
    assertThat(after).isGreaterThan(reads);
    assertThat(model.settled().get()).isTrue();
    model.tryWhatIsNew();
    assertThat(machines.reads).isEqualTo(after);
  }

  @Test
  void goingOnWhileALookIsOnItsWayTriesWhatItFinds() {
    machines.addresses = spec -> List.of("https://" + spec.name());
    RequirementsModel model = model(a());
    int reads = machines.reads;
    machines.hold();
    draft.change(spec -> spec.withName("mirror"));
    model.tryWhatIsNew();
    machines.work(0);
    machines.show();
    assertThat(machines.held).hasSize(2);
    machines.work(1);
    assertThat(machines.reads).isGreaterThan(reads);
  }

  @Test
  void howeverManyKeysArePressedOneLookIsOnItsWayAndOneFollowsIt() {
    RequirementsModel model = model(a());
    var before = model.report().get();
    machines.findings = spec -> List.of(Machines.finding("Swap", spec.name(), State.WARNING));
    machines.hold();
    for (String name : List.of("o", "ot", "oth", "other")) {
      draft.change(spec -> spec.withName(name));
    }
    assertThat(machines.held).hasSize(1);
    machines.work(0);
    machines.show();
    assertThat(model.report().get()).isEqualTo(before); // that was of the first key
    assertThat(machines.held).hasSize(2);
    machines.work(1);
    machines.show();
    assertThat(model.report().get().orElseThrow().findings())
        .containsExactly(Machines.finding("Swap", "other", State.WARNING));
    assertThat(machines.held).hasSize(2);
  }

  @Test
  void theMachinesAreReadAgainAfterAMend() {
    var mended = new ArrayList<String>();
    machines.findings =
        _ ->
            mended.isEmpty()
                ? List.of(swap(State.BLOCKS), Machines.finding("Port", "b", State.BLOCKS))
                : List.of(swap(State.PASSED));
    machines.acting =
        (host, action) -> {
          mended.add(host + " " + action.id());
          return new Outcome.Changed(List.of());
        };
    RequirementsModel model = model(a(), b());
    assertThat(model.safelyMendable()).containsExactly(swap(State.BLOCKS));
    int reads = machines.reads;
    model.mend(model.safelyMendable());
    assertThat(mended).containsExactly("a swap-off");
    assertThat(machines.reads).isGreaterThan(reads);
    assertThat(model.busy().get()).isFalse();
    assertThat(model.trouble().get()).isEmpty();
    assertThat(model.report().get().orElseThrow().findings()).containsExactly(swap(State.PASSED));
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.DONE);
  }

  private static Finding swap(State state) {
    return Machines.finding("Swap", "a", state, MEND);
  }

  @Test
  void aMendThatFailsSaysWhatFailed() {
    machines.findings = _ -> List.of(swap(State.BLOCKS));
    machines.acting =
        (host, _) ->
            new Outcome.Failed(
                new Problem(
                    "host.no",
                    host,
                    "mend/swap-off",
                    Message.of("host.no.what"),
                    Message.of("host.no.why"),
                    Message.of("host.no.remedy"),
                    Optional.empty(),
                    List.of()));
    RequirementsModel model = model(a());
    model.mend(model.safelyMendable());
    assertThat(model.trouble().get()).contains(Message.of("host.no.what"));
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
  }

  @Test
  void whatBlocksIsPassedOverByNameAndBlocksAgain() {
    machines.findings =
        spec -> List.of(swap(spec.checks().overrides("Swap") ? State.OVERRIDDEN : State.BLOCKS));
    RequirementsModel model = model(a());
    model.override(swap(State.BLOCKS), true);
    model.override(swap(State.BLOCKS), true);
    assertThat(draft.spec().checks().override()).containsExactly("Swap");
    assertThat(model.state().get())
        .isEqualTo(
            StepState.of(
                StepState.Kind.ATTENTION, Message.of("wizard.requirements.overridden", 1)));
    model.override(swap(State.OVERRIDDEN), false);
    assertThat(draft.spec().checks().override()).isEmpty();
    assertThat(model.firstBlocking()).contains(swap(State.BLOCKS));
  }
}
