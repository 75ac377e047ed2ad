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
  private final AddonsModel model = new AddonsModel(choices.basis());

  @Test
  void addonsOfAFileBlockUntilTheyAreLeftOut() {
    choices
        .draft()
        .change(spec ->
            spec.with(
                new AddonsSpec(
                    List.of(
                        AddonSpec.MetricsServer.DEFAULT,
                        new AddonSpec.Unmade(AddonSpec.Name.ROOK, Map.of())),
                    List.of("web.yaml"))));
    assertThat(model.refused()).containsExactly("rook");
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.BLOCKED);
    model.leaveOut();
    assertThat(model.refused()).isEmpty();
    assertThat(model.state().get().kind()).isEqualTo(StepState.Kind.SUGGESTED);
  }
}
