package io.github.kubeadmwizard.check;

import io.github.kubeadmwizard.engine.Action;
import io.github.kubeadmwizard.engine.HostName;
import io.github.kubeadmwizard.text.Message;
import java.util.List;
import java.util.Optional;

/** Something found on the machine n1 that actions mend. */
public final class Mendable {
  /** In every place where a finding says something. */
  public static final Message TITLE = Message.of("check.mend.reboot");

  /** Where it was found. */
  public static final HostName N1 = new HostName("n1");

  private Mendable() {}

  /** Mended by these. */
  public static Finding by(Action... mend) {
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
}
