package io.github.kubeadmwizard.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NavigationTest {
  private final Navigation navigation = new Navigation();

  private java.util.List<Step> open() {
    return Step.all().stream().filter(navigation::isOpen).toList();
  }

  @Test
  void beginsWithTheMachinesAndNothingElseIsOpen() {
    assertThat(navigation.current().get()).isEqualTo(Step.HOSTS);
    assertThat(open()).containsExactly(Step.HOSTS);
  }

  @Test
  void whatWasSeenStaysOpen() {
    navigation.forth();
    navigation.forth();
    navigation.back();
    assertThat(navigation.current().get()).isEqualTo(Step.REQUIREMENTS);
    assertThat(navigation.furthest().get()).isEqualTo(Step.RUNTIME);
    assertThat(open()).containsExactly(Step.HOSTS, Step.REQUIREMENTS, Step.RUNTIME);
  }

  @Test
  void endsAtItsEnds() {
    navigation.back();
    assertThat(navigation.current().get()).isEqualTo(Step.HOSTS);
    navigation.go(Step.READY);
    navigation.forth();
    assertThat(navigation.current().get()).isEqualTo(Step.READY);
  }

  @Test
  void duringARunOnlyItsPageIsOpen() {
    navigation.go(Step.INSTALL);
    navigation.locked().set(true);
    assertThat(open()).containsExactly(Step.INSTALL);
    navigation.locked().set(false);
    assertThat(open()).hasSize(9);
  }
}
