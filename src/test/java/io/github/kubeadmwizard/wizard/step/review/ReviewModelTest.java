package io.github.kubeadmwizard.wizard.step.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.check.State;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.text.Words;
import io.github.kubeadmwizard.wizard.Connections;
import io.github.kubeadmwizard.wizard.Draft;
import io.github.kubeadmwizard.wizard.Machines;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.hosts.HostsModel;
import io.github.kubeadmwizard.wizard.step.requirements.RequirementsModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReviewModelTest {
  private static final Words ENGLISH = new Words(Locale.ENGLISH);

  @TempDir private Path state;
  private Machines machines = new Machines(_ -> {});
  private Draft draft = Machines.draft(Machines.host(1, "a"), Machines.host(2, "b"));

  private RequirementsModel requirements;

  private ReviewModel model() {
    var workshop = machines.workshop();
    var connections = new Connections(workshop, draft.spec());
    var hosts = new HostsModel(draft, connections, machines.background());
    var runs = Machines.runs(state, workshop, connections);
    requirements =
        new RequirementsModel(draft, hosts, connections, workshop, machines.background(), runs);
    return new ReviewModel(draft, requirements, connections, workshop, machines.background());
  }

  @Test
  void isReadyForExactlyWhatIsShown() {
    ReviewModel model = model();
    assertThat(model.isReady()).isFalse();
    model.look(ENGLISH);
    assertThat(model.isReady()).isTrue();
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.DONE);
    draft.change(spec -> spec.withName("other"));
    assertThat(model.isReady()).isFalse();
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.NOT_YET);
    model.look(ENGLISH);
    assertThat(model.isReady()).isTrue();
    assertThat(model.reviewed().get().orElseThrow().spec()).isEqualTo(draft.spec());
  }

  @Test
  void isNotReadyBeforeTheAddressesOfTheWishWereTried() {
    machines.addresses = spec -> List.of("https://" + spec.name());
    ReviewModel model = model();
    draft.change(spec -> spec.withName("mirror"));
    model.look(ENGLISH);
    assertThat(model.isReady()).isFalse();
    requirements.tryWhatIsNew();
    assertThat(model.isOutdated()).isTrue();
    assertThat(model.isReady()).isFalse();
    model.look(ENGLISH);
    assertThat(model.isReady()).isTrue();
  }

  @Test
  void whatWasWorkedOutForAnEarlierWishIsNotShown() {
    ReviewModel model = model();
    machines.hold();
    model.look(ENGLISH);
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.RUNNING);
    model.look(ENGLISH);
    machines.work(0);
    machines.show();
    assertThat(model.reviewed().get()).isEmpty();
    machines.work(1);
    machines.show();
    assertThat(model.isReady()).isTrue();
  }

  @Test
  void isStoppedUntilTheMachinesWereRead() {
    machines = new Machines(hosts -> hosts.dead("b", false));
    ReviewModel model = model();
    model.look(ENGLISH);
    assertThat(model.stoppers()).containsExactly(Message.of("wizard.requirements.needHosts"));
    assertThat(model.isReady()).isFalse();
    assertThat(model.state().get()).isEqualTo(StepState.notYet());
  }

  @Test
  void isStoppedByWhatBlocks() {
    machines.findings = _ -> List.of(Machines.finding("Swap", "a", State.BLOCKS));
    ReviewModel model = model();
    model.look(ENGLISH);
    assertThat(model.stoppers()).containsExactly(Message.of("wizard.requirements.block.remark", 1));
    assertThat(model.reviewed().get()).isEmpty();
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
  }

  @Test
  void isStoppedByARuleBetweenTheChoices() {
    ReviewModel model = model();
    model.look(ENGLISH);
    draft.change(spec -> spec.withHosts(List.of(spec.hosts().getFirst(), spec.hosts().getFirst())));
    assertThat(model.stoppers()).contains(Message.of("cluster.twice.what", "a", "hosts[0].name"));
    assertThat(model.isReady()).isFalse();
  }

  @Test
  void isStoppedByWhatThisVersionCannotInstall() {
    machines.refusals = _ -> List.of(Message.of("install.no"));
    ReviewModel model = model();
    model.look(ENGLISH);
    assertThat(model.stoppers()).containsExactly(Message.of("install.no"));
    assertThat(model.isReady()).isFalse();
  }

  @Test
  void writesTheFilesThatAreShown() throws IOException {
    ReviewModel model = model();
    model.look(ENGLISH);
    var told = new ArrayList<Message>();
    Path directory = state.resolve("out");
    model.export(directory, told::add);
    assertThat(told).containsExactly(Message.of("wizard.review.exported", 1, directory.toString()));
    assertThat(Files.readString(directory.resolve("kubeadm.yaml")))
        .isEqualTo(draft.spec().name() + "\n");
  }
}
