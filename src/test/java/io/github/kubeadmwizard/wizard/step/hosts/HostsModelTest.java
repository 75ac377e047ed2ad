package io.github.kubeadmwizard.wizard.step.hosts;

import static io.github.kubeadmwizard.wizard.Machines.host;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.HostSpec;
import io.github.kubeadmwizard.cluster.Role;
import io.github.kubeadmwizard.cluster.SshSpec;
import io.github.kubeadmwizard.session.FakeHosts;
import io.github.kubeadmwizard.session.SecretNeed;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Secret;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.Machines;
import io.github.kubeadmwizard.wizard.Standing;
import io.github.kubeadmwizard.wizard.StepState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class HostsModelTest {
  private Machines machines = new Machines(_ -> {});
  private Draft draft = Machines.draft();

  private HostsModel model(HostSpec... hosts) {
    draft = Machines.draft(hosts);
    return new HostsModel(
        draft, new Connections(machines.workshop(), draft.spec()), machines.background());
  }

  private HostsModel model(Consumer<FakeHosts> asking, HostSpec... hosts) {
    machines = new Machines(asking);
    return model(hosts);
  }

  private List<String> labels() {
    return draft.spec().hosts().stream().map(HostSpec::label).toList();
  }

  @Test
  void aMachineIsTriedAsSoonAsItIsNamed() {
    HostsModel model = model();
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.NOT_YET);
    model.add(List.of(host(1, "a"), host(2, "b")));
    assertThat(machines.hosts().attempts()).containsExactly("a", "b");
    assertThat(model.allReached()).isTrue();
    assertThat(model.state().get())
        .isEqualTo(StepState.of(StepState.Kind.DONE, Message.of("wizard.hosts.reached", 2)));
    assertThat(labels()).containsExactly("a", "b");
  }

  @Test
  void theFirstOfAllLeadsWhereNoneWasMeantTo() {
    HostsModel model = model();
    model.add(List.of(host(2, "a"), host(3, "b")));
    model.add(List.of(host(4, "c")));
    assertThat(draft.spec().controlPlanes().stream().map(HostSpec::label)).containsExactly("a");
  }

  @Test
  void aMachineThatIsThereIsNotAddedAgain() {
    HostsModel model = model(host(1, "a"));
    model.add(List.of(host(1, "other"), host(2, "b"), host(2, "c")));
    assertThat(labels()).containsExactly("a", "b");
    assertThat(machines.hosts().attempts()).containsExactly("a", "b");
  }

  @Test
  void aNodeIsCalledAsItsMachineUnlessItIsCalledOtherwiseOrAnotherHasTheName() {
    HostsModel model = model(host(1, "mine"), host(2, ""), host(3, ""));
    assertThat(labels()).containsExactly("mine", Machines.OWN_NAME, "10.0.0.3");
    assertThat(model.allReached()).isTrue();
  }

  @Test
  void anotherAddressIsTriedAnotherPartIsNot() {
    HostsModel model = model(host(1, "a"), host(2, "b"));
    HostRow row = model.rows().get(1);
    model.setRoles(row, Set.of(Role.CONTROL_PLANE));
    assertThat(machines.hosts().attempts()).containsExactly("a", "b");
    model.change(row, row.spec().at("10.0.0.99", 22, "ops"));
    assertThat(machines.hosts().attempts()).containsExactly("a", "b", "b");
    assertThat(draft.spec().hosts().get(1))
        .isEqualTo(host(2, "b").at("10.0.0.99", 22, "ops").withRoles(Set.of(Role.CONTROL_PLANE)));
  }

  @Test
  void anAnswerToAnEarlierAttemptIsOfNoMeaning() {
    HostsModel model = model(host(1, "a"));
    HostRow row = model.rows().getFirst();
    machines.hold();
    model.tryAgain(row);
    model.tryAgain(row);
    machines.work(1);
    machines.hosts().dead("a", false);
    machines.work(0);
    machines.show();
    assertThat(row.standing()).isInstanceOf(Standing.Reached.class);
  }

  @Test
  void anAnswerOfAMachineThatWasTakenOffTheListIsOfNoMeaning() {
    HostsModel model = model(host(1, "a"), host(2, ""));
    machines.hold();
    HostRow row = model.rows().getFirst();
    model.tryAgain(row);
    model.remove(row);
    machines.work(0);
    machines.show();
    assertThat(row.standing()).isInstanceOf(Standing.Trying.class);
    assertThat(labels()).containsExactly(Machines.OWN_NAME);
  }

  @Test
  void aHundredAnswersChangeTheChoicesOnce() {
    HostsModel model = model();
    machines.hold();
    model.add(IntStream.rangeClosed(1, 100).mapToObj(i -> host(i, "m" + i)).toList());
    var told = new ArrayList<StepState>();
    model.state().subscribe((_, state) -> told.add(state));
    IntStream.range(0, 100).forEach(machines::work);
    machines.show();
    assertThat(told)
        .containsExactly(
            StepState.of(StepState.Kind.DONE, Message.of("wizard.hosts.reached", 100)));
  }

  @Test
  void aNewKeyWaitsUntilItIsTrusted() {
    HostsModel model = model(hosts -> hosts.unknown("a", "SHA256:one"), host(1, "a"), host(2, "b"));
    assertThat(model.withNewKey()).containsExactly(model.rows().getFirst());
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.ATTENTION);
    assertThat(model.firstInNeed()).contains(model.rows().getFirst());
    model.trust(model.withNewKey());
    assertThat(model.allReached()).isTrue();
  }

  @Test
  void aPasswordIsGivenToAllThatWaitForOneOfTheSameUser() {
    HostsModel model =
        model(
            hosts ->
                List.of("a", "b", "c", "d")
                    .forEach(name ->
                        hosts.wants(
                            name,
                            name.equals("d") ? SecretNeed.Kind.SUDO : SecretNeed.Kind.PASSWORD,
                            "abc")),
            host(1, "a"),
            host(2, "b"),
            host(3, "c").at("10.0.0.3", 22, "another"),
            host(4, "d"));
    HostRow first = model.rows().getFirst();
    assertThat(model.waitingAlike(first, needs(first))).isEqualTo(1);
    model.give(first, Map.of(needs(first).getFirst(), Secret.of("abc")), true);
    assertThat(model.rows().stream().map(row -> row.standing() instanceof Standing.Reached))
        .containsExactly(true, true, false, false);
  }

  @Test
  void aPasswordOfOneIsNotGivenToOthersUnasked() {
    HostsModel model =
        model(
            hosts ->
                hosts
                    .wants("a", SecretNeed.Kind.PASSWORD, "abc")
                    .wants("b", SecretNeed.Kind.PASSWORD, "abc"),
            host(1, "a"),
            host(2, "b"));
    HostRow first = model.rows().getFirst();
    model.give(first, Map.of(needs(first).getFirst(), Secret.of("wrong")), false);
    assertThat(needs(first).getFirst().again()).isTrue();
    model.give(first, Map.of(needs(first).getFirst(), Secret.of("abc")), false);
    assertThat(model.rows().stream().map(row -> row.standing() instanceof Standing.Reached))
        .containsExactly(true, false);
  }

  private static List<SecretNeed> needs(HostRow row) {
    return ((Standing.NeedsSecret) row.standing()).needs();
  }

  @Test
  void everyMachineIsTriedAgainThroughAJumpHost() {
    HostsModel model = model(host(1, "a"), host(2, "b"));
    var gate = new SshSpec.Bastion("gate.example.org", 22, "ops", Optional.empty(), false);
    model.setBastion(Optional.of(gate));
    assertThat(model.bastion().getValue()).contains(gate);
    assertThat(draft.spec().ssh().bastion()).contains(gate);
    assertThat(machines.connectors).hasSize(2);
    assertThat(machines.hosts().attempts()).containsExactly("a", "b");
  }

  @Test
  void whatOtherPagesSayOfAMachineStandsInTheList() {
    HostsModel model = model(host(1, "a"));
    HostSpec changed = host(1, "a").withAddresses(Optional.of("10.9.9.9"), Optional.empty());
    draft.change(spec -> spec.withHosts(List.of(changed)));
    assertThat(model.rows().getFirst().spec()).isEqualTo(changed);
  }
}
