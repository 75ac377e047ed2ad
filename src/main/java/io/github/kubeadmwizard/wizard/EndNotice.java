package io.github.kubeadmwizard.wizard;

import io.github.kubeadmwizard.engine.RunEvent;
import io.github.kubeadmwizard.text.Message;
import io.github.kubeadmwizard.wizard.step.install.RunState;
import java.time.Duration;
import javafx.util.Subscription;

/** Tells on the desktop that a long run has ended: the user is elsewhere by then. */
final class EndNotice {
  private static final Duration LONG = Duration.ofMinutes(2);

  private EndNotice() {}

  static Subscription of(OpenCluster cluster, ClusterDialogs dialogs) {
    return cluster
        .install()
        .run()
        .subscribe((_, state) -> {
          if (state instanceof RunState.Over over && over.took().compareTo(LONG) > 0) {
            String name = cluster.draft().spec().name();
            boolean good = over.end() == RunEvent.End.DONE;
            dialogs.notice(
                good
                    ? Message.of("wizard.notice.done", name)
                    : Message.of("wizard.notice.notDone", name),
                good);
          }
        });
  }
}
