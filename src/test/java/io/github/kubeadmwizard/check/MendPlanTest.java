package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.PlannedPhase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MendPlanTest {
  private static final Action SWAP = new Action.SwapOff("mend-swap-off", Mendable.TITLE);
  private static final Action GRUB =
      Action.RunScript.of("mend-k", Mendable.TITLE, "mend-k.sh", Map.of());

  private static Action.Reboot reboot(String until) {
    return new Action.Reboot(
        "mend-reboot",
        Mendable.TITLE,
        Mendable.TITLE,
        Optional.of(until).filter(text -> !text.isEmpty()));
  }

  private static List<Action> planned(Finding... findings) {
    PlannedPhase phase = MendPlan.of(List.of(findings)).phases().getFirst();
    return phase.actionsOn(Mendable.N1).orElseThrow();
  }

  @Test
  void aRestartIsOursButNeverSafe() {
    assertThat(MendPlan.isOurs(Mendable.by(GRUB, reboot("a=1")))).isTrue();
    assertThat(MendPlan.isOurs(Mendable.by(reboot("")))).isTrue();
    assertThat(MendPlan.isSafe(Mendable.by(reboot("")))).isFalse();
    assertThat(MendPlan.isSafe(Mendable.by(SWAP, reboot("a=1")))).isFalse();
    assertThat(MendPlan.isSafe(Mendable.by(SWAP))).isTrue();
    assertThat(MendPlan.restarts(Mendable.by(SWAP, reboot("a=1")))).isTrue();
  }

  @Test
  void aMachineRestartsOnceAfterAllElse() {
    assertThat(
            planned(
                Mendable.by(GRUB, reboot("a=1")),
                Mendable.by(SWAP),
                Mendable.by(GRUB, reboot("a=1"))))
        .containsExactly(GRUB, SWAP, reboot("a=1"));
  }

  @Test
  void oneRestartIsNeedlessOnlyIfAllAre() {
    assertThat(planned(Mendable.by(reboot("a=1")), Mendable.by(reboot("b=2"))))
        .containsExactly(reboot("a=1 b=2"));
    assertThat(planned(Mendable.by(reboot("a=1")), Mendable.by(reboot(""))))
        .containsExactly(reboot(""));
  }
}
