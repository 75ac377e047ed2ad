package io.github.kubeadmwizard.wizard.step.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AddonsModelTest {
  private final Choices choices = new Choices(1);
  private final AddonsModel model = new AddonsModel(choices.basis(), () -> {});

  @Test
  void addonsOfAFileThatCannotBeInstalledBlockUntilTheyAreLeftOut() {
    choices
        .draft()
        .change(spec ->
            spec.with(
                new AddonsSpec(
                    List.of(
                        AddonSpec.MetricsServer.DEFAULT,
                        new AddonSpec.Unmade(AddonSpec.Name.PROMETHEUS, Map.of())),
                    List.of("web.yaml"))));
    assertThat(model.refused()).containsExactly("prometheus");
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.leaveOut();
    assertThat(choices.spec().addons())
        .isEqualTo(new AddonsSpec(List.of(AddonSpec.MetricsServer.DEFAULT), List.of("web.yaml")));
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.SUGGESTED);
  }

  @Test
  void oneIsChosenWithItsUsualOptionsAndGivenUpAgain() {
    model.choose(AddonSpec.Name.LOCAL_PATH, true);
    assertThat(choices.spec().addons().chosen()).containsExactly(AddonSpec.LocalPath.DEFAULT);
    model.path().text().set("/srv/volumes");
    model.makeDefaultClass(false);
    assertThat(choices.spec().addons().chosen())
        .containsExactly(new AddonSpec.LocalPath("/srv/volumes", false));
    model.choose(AddonSpec.Name.LOCAL_PATH, false);
    assertThat(choices.spec().addons()).isEqualTo(AddonsSpec.DEFAULT);
  }

  @Test
  void aPoolIsNeededAndFree() {
    model.choose(AddonSpec.Name.METALLB, true);
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.addresses().text().set("10.88.0.1-10.88.0.20"); // n1 is 10.88.0.11
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.addresses().text().set("10.88.0.200-10.88.0.220, 10.88.1.0/28");
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.SUGGESTED);
    assertThat(choices.spec().addons().chosen())
        .containsExactly(new AddonSpec.MetalLb(List.of("10.88.0.200-10.88.0.220", "10.88.1.0/28")));
  }

  @Test
  void nfsNeedsAServerAndAShareAndOnlyOneClassIsTheDefault() {
    model.choose(AddonSpec.Name.NFS, true);
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.nfs().server().text().set("nas.lan");
    assertThat(model.nfs().server().wrong().get()).isEmpty();
    model.nfs().share().text().set("srv");
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.nfs().share().text().set("/srv/kubernetes");
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.SUGGESTED);
    assertThat(choices.spec().addons().chosen())
        .containsExactly(new AddonSpec.Nfs("nas.lan", "/srv/kubernetes", false));
    model.choose(AddonSpec.Name.LOCAL_PATH, true); // the default
    model.nfs().makeDefaultClass(true);
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.makeDefaultClass(false);
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.SUGGESTED);
  }

  @Test
  void aDashboardUnderANameNeedsTraefik() {
    model.choose(AddonSpec.Name.DASHBOARD, true);
    model.dashboardHost().text().set("dash.example.lan");
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.choose(AddonSpec.Name.INGRESS, true);
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.SUGGESTED);
    model.show(
        new AddonSpec.Dashboard(
            AddonSpec.Dashboard.Kind.KUBERNETES_DASHBOARD,
            AddonSpec.Dashboard.Access.VIEW,
            model.dashboard().host()));
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
  }

  @Test
  void ownManifestsKeepTheOrderThatTheUserGivesThem() {
    List.of("a.yaml", "b.yaml", "c.yaml").forEach(model::addOwn);
    model.raiseOwn(2);
    model.removeOwn(0);
    assertThat(choices.spec().addons().manifests()).containsExactly("c.yaml", "b.yaml");
  }
}
