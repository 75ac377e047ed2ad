package io.github.kubeadmwizard.wizard.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.help.Place;
import io.github.kubeadmwizard.wizard.Step;
import org.junit.jupiter.api.Test;

final class HelpModelTest {
  private final HelpModel model = new HelpModel();

  private HelpModel.View now() {
    return model.view().get();
  }

  private static HelpModel.View at(Step step) {
    return new HelpModel.View.At(HelpModel.placeOf(step));
  }

  @Test
  void backLeadsTheWholeWayToWhereItBegan() {
    model.open(HelpModel.placeOf(Step.HOSTS));
    model.open(new Place("checks.md", "Swap"));
    model.show(new HelpModel.View.Contents());
    model.back();
    assertThat(now()).isEqualTo(new HelpModel.View.At(new Place("checks.md", "Swap")));
    model.back();
    assertThat(now()).isEqualTo(at(Step.HOSTS));
    assertThat(model.canGoBack().get()).isFalse();
  }

  @Test
  void aSearchThatIsTypedOnIsOneStepOfTheWay() {
    model.open(HelpModel.placeOf(Step.HOSTS));
    model.show(new HelpModel.View.Found("s"));
    model.show(new HelpModel.View.Found("swap"));
    model.back();
    assertThat(now()).isEqualTo(at(Step.HOSTS));
  }

  @Test
  void helpAboutAPageFollowsAndOtherHelpStays() {
    model.follow(Step.CNI);
    assertThat(model.isOpen()).isFalse();
    model.open(HelpModel.placeOf(Step.HOSTS));
    model.follow(Step.CNI);
    assertThat(now()).isEqualTo(at(Step.CNI));
    model.open(new Place("checks.md", ""));
    model.follow(Step.NODES);
    assertThat(now()).isEqualTo(new HelpModel.View.At(new Place("checks.md", "")));
  }

  @Test
  void closingForgetsTheWay() {
    model.open(HelpModel.placeOf(Step.HOSTS));
    model.open(HelpModel.placeOf(Step.CNI));
    model.close();
    assertThat(model.isOpen()).isFalse();
    assertThat(model.canGoBack().get()).isFalse();
  }
}
