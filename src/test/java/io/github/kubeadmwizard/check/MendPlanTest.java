package io.github.kubeadmwizard.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.engine.PlannedPhase;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MendPlanTest {
  private static final Message TITLE = Message.of("check.mend.reboot");
  private static final HostName N1 = new HostName("n1");
  private static final Action SWAP = new Action.SwapOff("mend-swap-off", TITLE);
  private static final Action GRUB = Action.RunScript.of("mend-k", TITLE, "mend-k.sh", Map.of());

  private static Action.Reboot reboot(String until) {
    return new Action.Reboot(
        "mend-reboot", TITLE, TITLE, Optional.of(until).filter(text -> !text.isEmpty()));
  }

  private static Finding found(Action... mend) {
    return new Finding(
        "C",
        "C",
        Group.MACHINE,
        Optional.of(N1),
        State.BLOCKS,
        true,
        TITLE,
        TITLE,
        TITLE,
        TITLE,
        TITLE,
        List.of(mend));
  }

  private static List<Action> planned(Finding... findings) {
    PlannedPhase phase = MendPlan.of(List.of(findings)).phases().getFirst();
    return phase.actionsOn(N1).orElseThrow();
  }

  @Test
  void aRestartIsOursButNeverSafe() {
    assertThat(MendPlan.isOurs(found(GRUB, reboot("a=1")))).isTrue();
    assertThat(MendPlan.isOurs(found(reboot("")))).isTrue();
    assertThat(MendPlan.isSafe(found(reboot("")))).isFalse();
    assertThat(MendPlan.isSafe(found(SWAP, reboot("a=1")))).isFalse();
    assertThat(MendPlan.isSafe(found(SWAP))).isTrue();
    assertThat(MendPlan.restarts(found(SWAP, reboot("a=1")))).isTrue();
  }

  @Test
  void aMachineRestartsOnceAfterAllElse() {
    assertThat(planned(found(GRUB, reboot("a=1")), found(SWAP), found(GRUB, reboot("a=1"))))
        .containsExactly(GRUB, SWAP, reboot("a=1"));
  }

  @Test
  void oneRestartIsNeedlessOnlyIfAllAre() {
    assertThat(planned(found(reboot("a=1")), found(reboot("b=2"))))
        .containsExactly(reboot("a=1 b=2"));
    assertThat(planned(found(reboot("a=1")), found(reboot("")))).containsExactly(reboot(""));
  }
}
