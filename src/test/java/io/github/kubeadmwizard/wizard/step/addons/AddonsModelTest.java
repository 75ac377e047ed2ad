package io.github.kubeadmwizard.wizard.step.addons;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.cluster.AddonSpec;
import io.github.kubeadmwizard.cluster.AddonsSpec;
import io.github.kubeadmwizard.wizard.StepState;
import io.github.kubeadmwizard.wizard.step.choice.Choices;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AddonsModelTest {
  private final Choices choices = new Choices(1);
  private final AddonsModel model = new AddonsModel(choices.basis(), () -> {});

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
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.SUGGESTED);
  }

  @Test
  void ownManifestsKeepTheOrderThatTheUserGivesThem() {
    List.of("a.yaml", "b.yaml", "c.yaml").forEach(model::addOwn);
    model.raiseOwn(2);
    model.removeOwn(0);
    assertThat(choices.spec().addons().manifests()).containsExactly("c.yaml", "b.yaml");
  }

  @Test
  void prometheusHasAVolumeOnlyWithAClass() {
    model.choose(AddonSpec.Name.PROMETHEUS, true);
    assertThat(choices.spec().addons().chosen()).containsExactly(AddonSpec.Prometheus.DEFAULT);
    model.prometheus().storageSize().text().set("20Gi");
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.prometheus().storageClass().text().set("local-path");
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.SUGGESTED);
    model.prometheus().retention().text().set("15");
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.prometheus().retention().text().set("15d");
    model.prometheus().replicas(2);
    assertThat(choices.spec().addons().chosen())
        .containsExactly(
            new AddonSpec.Prometheus(2, "15d", Optional.of("local-path"), Optional.of("20Gi")));
    assertThat(model.memory(AddonSpec.Name.PROMETHEUS)).isEqualTo(510 + 200 + 2 * 780);
  }

  @Test
  void logsLieOnAVolumeWhereTheClusterBringsAClass() {
    model.choose(AddonSpec.Name.LOGS, true);
    assertThat(choices.spec().addons().chosen()).containsExactly(AddonSpec.Logs.DEFAULT);
    model.choose(AddonSpec.Name.LOGS, false);
    model.choose(AddonSpec.Name.LOCAL_PATH, true);
    model.choose(AddonSpec.Name.LOGS, true);
    assertThat(choices.spec().addons().find(AddonSpec.Logs.class))
        .contains(new AddonSpec.Logs("7d", Optional.of("local-path"), "10Gi"));
    assertThat(model.memory(AddonSpec.Name.LOGS)).isEqualTo(256 + 64);
    assertThat(model.version(AddonSpec.Name.LOGS)).isEqualTo("v1.52.0");
  }

  @Test
  void whatIsKeptOfLogsIsForTheUserToSay() {
    model.choose(AddonSpec.Name.LOGS, true);
    model.logs().retention().text().set("12h"); // less than the program can
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.logs().retention().text().set("4w");
    model.logs().storageSize().text().set("");
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.logs().storageSize().text().set("50Gi");
    model.logs().storageClass().text().set("nfs");
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.SUGGESTED);
    assertThat(choices.spec().addons().chosen())
        .containsExactly(new AddonSpec.Logs("4w", Optional.of("nfs"), "50Gi"));
  }
}
